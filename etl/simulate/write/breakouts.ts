import { instantOf } from '../calendar.ts';
import { csvText } from './csv.ts';
import type { Files } from './files.ts';
import type { Noted } from './noted.ts';

/** Breakout rooms, which Teams does not report: who was in which, from when to when. */
export async function writeBreakouts(files: Files, noted: readonly Noted[]): Promise<void> {
  const rooms = noted.flatMap(({ course: { code }, sessions }) =>
    sessions.flatMap(({ week, rooms }) =>
      rooms.map(({ startsAt, endsAt, seats }, at) => ({
        id: `${code}-w${week}-room${at + 1}`,
        code,
        title: `Room ${at + 1}`,
        from: instantOf(startsAt),
        to: instantOf(endsAt),
        seats: seats.filter(({ learner }) => !learner.unmatched),
      })),
    ),
  );
  const roomColumns = ['session_id', 'course_id', 'kind', 'title', 'starts_at', 'ends_at'];
  const roomRows = rooms.map(({ id, code, title, from, to }) => [id, code, 'breakout', title, from, to]);
  await files.write('tutoring/sessions.csv', csvText(roomColumns, roomRows));

  const stayColumns = ['session_id', 'person_id', 'joined_at', 'left_at', 'status'];
  const stays = rooms.flatMap(({ id, from, to, seats }) =>
    seats.map(({ learner }) => [id, learner.sisId, from, to, 'present']),
  );
  await files.write('tutoring/presence.csv', csvText(stayColumns, stays));
}
