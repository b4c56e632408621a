import { instantOf } from '../calendar.ts';
import { csvText } from './csv.ts';
import type { Files } from './files.ts';
import type { Noted } from './noted.ts';

/** Peer feedback as a native table: who was to comment on whose work, and when they did. */
export async function writeFeedback(files: Files, noted: readonly Noted[]): Promise<void> {
  const columns =
    'feedback_id,course_id,activity_id,giver_id,receiver_id,allotted,allotted_at,given_at,completed,words'.split(',');
  const rows = noted.flatMap(({ course: { code }, reviews }) =>
    reviews.map(({ giver, receiver, week, allottedAt, givenAt, words }) => [
      `${code}-w${week}-${giver.learner.sisId}-${receiver.learner.sisId}`,
      code,
      `${code} draft ${week}`,
      giver.learner.sisId,
      receiver.learner.sisId,
      'true',
      instantOf(allottedAt),
      givenAt === undefined ? undefined : instantOf(givenAt),
      givenAt === undefined ? 'false' : 'true',
      givenAt === undefined ? undefined : words,
    ]),
  );
  await files.write('tutoring/feedback.csv', csvText(columns, rows));
}
