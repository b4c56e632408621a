import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { ReadDb } from '@kith/sql/connect.ts';
import type { CaseFile } from '../../contract/cases.ts';
import type { Reader } from '../../reader.ts';
import { select } from '../select.ts';

type Case = z.output<typeof CaseFile>;

export type CaseRow = Omit<Case, 'raisedAt' | 'handedOverAt' | 'closedAt'> & {
  raisedAt: Date;
  handedOverAt: Date | null;
  closedAt: Date | null;
};

/** The columns of a case, for {@link caseTables}; names as far as the reader may know them. */
export const caseColumns = (readerId: number): RawBuilder<unknown> => sql`
  file.course_id, file.case_id, file.person_id, file.state, file.concern, coalesce(file.reasons, '{}') as reasons,
  coalesce(file.patterns, '{}') as patterns,
  raiser.name as raised_by, file.raised_by = ${readerId} as raised_by_me, file.raised_at,
  owner.name as owner, coalesce(file.owner_id = ${readerId}, false) as owned_by_me, file.due_on,
  file.state = 'open' and coalesce(file.due_on < current_date, false) as overdue, file.handed_over_at,
  file.closed_at, closer.name as closed_by, file.close_reason, file.message_back,
  file.state = 'closed' and coalesce(file.closed_by = ${readerId}, false)
    and (file.message_seen_at is null or file.raised_by = ${readerId})
    and file.closed_at > now() - interval '1 day' as may_reopen`;

export const caseTables = sql`
  care.case_file as file
  left join identity.shown_person as raiser
    on raiser.institution_id = file.institution_id and raiser.person_id = file.raised_by
  left join identity.shown_person as owner
    on owner.institution_id = file.institution_id and owner.person_id = file.owner_id
  left join identity.shown_person as closer
    on closer.institution_id = file.institution_id and closer.person_id = file.closed_by`;

export function caseOf<Row extends CaseRow>({ raisedAt, handedOverAt, closedAt, ...rest }: Row) {
  return {
    ...rest,
    raisedAt: raisedAt.toISOString(),
    handedOverAt: handedOverAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
  };
}

/** The cases of one learner, open ones first, then the newest. */
export async function casesOf(
  db: ReadDb,
  { personId: readerId }: Reader,
  { courseId, personId }: { readonly courseId: number; readonly personId: number },
): Promise<Case[]> {
  const rows = await select<CaseRow>(
    db,
    sql`
      select ${caseColumns(readerId)} from ${caseTables}
      where file.course_id = ${courseId} and file.person_id = ${personId}
      order by file.state = 'open' desc, file.raised_at desc, file.case_id desc`,
  );
  return rows.map(caseOf);
}

/** Whether there is student support to hand a case of this course over to. */
export async function hasSupport(db: ReadDb, courseId: number): Promise<boolean> {
  const [row] = await select<{ there: boolean }>(db, sql`select care.has_support(${courseId}) as there`);
  return row?.there === true;
}
