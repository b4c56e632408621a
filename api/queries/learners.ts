import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { Hidden, LearnerCard } from '../contract/learner.ts';
import type { Language } from '../contract/language.ts';
import type { Source, Visibility } from '../contract/values.ts';
import { speechIn } from '../words/speech-in.ts';
import { select } from './select.ts';
import { wholeReason, type StoredReason } from './stored-reason.ts';

type Card = z.output<typeof LearnerCard>;

export interface CardRow {
  courseId: number;
  personId: number;
  name: string;
  state: Card['state'];
  kind: Card['kind'];
  score: number | null;
  band: Card['band'];
  trend: Card['trend'];
  coverage: number | null;
  signals: {
    confidenceLevel: Card['confidence'];
    comparedWith: { basis: 'group' | 'course' | 'fallback'; learners: number } | null;
  };
  visibility: Record<z.output<typeof Source>, z.output<typeof Visibility>>;
  reasons: {
    reasons: StoredReason[];
    wouldChange: Pick<StoredReason, 'component' | 'params' | 'sentence'> | null;
    hidden: z.output<typeof Hidden>[];
  };
  provisional: boolean;
}

/** Everyone of one course-week: scored first and highest first, then by name; the same order on every call. */
export async function learners(db: ReadDb, courseId: number, week: number, language: Language): Promise<Card[]> {
  return (
    await cardRows(db, sql`one.course_id = ${courseId} and one.week = ${week} and one.state <> 'not_enrolled'`)
  ).map((row) => cardOf(row, language));
}

export const cardRows = (db: ReadDb, where: RawBuilder<unknown>): Promise<CardRow[]> =>
  select<CardRow>(
    db,
    sql`
      select
        one.course_id, one.person_id, coalesce(person.name, 'Person ' || one.person_id) as name, one.state, one.kind, one.score,
        one.band, one.trend, one.coverage, one.signals, one.visibility, one.reasons,
        coalesce(participant.basis = 'provisional', false) as provisional
      from insight.learner_week as one
      left join identity.shown_person as person
        on person.institution_id = one.institution_id and person.person_id = one.person_id
      left join core.participant as participant
        on participant.institution_id = one.institution_id and participant.course_id = one.course_id
        and participant.person_id = one.person_id
      where ${where}
      order by one.score desc nulls last, name, one.person_id`,
  );

export function cardOf(row: CardRow, language: Language): Card {
  const say = speechIn(language);
  const { reasons, wouldChange, hidden } = row.reasons;
  const states = Object.values(row.visibility);
  return {
    personId: row.personId,
    name: row.name,
    state: row.state,
    kind: row.kind,
    score: row.score,
    band: row.state === 'scored' ? row.band : null,
    trend: row.trend,
    coverage: row.coverage,
    confidence: row.signals.confidenceLevel,
    sourcesSeen: states.filter((state) => state === 'present' || state === 'true_zero').length,
    sourcesConnected: states.filter((state) => state !== 'not_connected').length,
    reasons: reasons.map(wholeReason).map((reason) => ({ ...reason, sentence: say.reason(reason) })),
    wouldChange: wouldChange && say.change(wouldChange),
    hidden: hidden.map((part) => ({ ...part, sentence: say.hidden(part) })),
    provisional: row.provisional,
  };
}
