import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';
import type { Reader } from '../../reader.ts';
import type { AlertKey } from './move-alert.ts';

/** Notes that alerts were on the viewer's page, so that the next time only the new ones are called new. */
export async function noteSeen(db: Db, { institutionId, personId }: Reader, shown: readonly AlertKey[]): Promise<void> {
  if (shown.length === 0) return;
  const now = new Date();
  await sql`
    insert into care.alert_view (institution_id, course_id, person_id, type, viewer_id, state, seen_at, changed_at)
    select ${institutionId}, shown.course_id, shown.person_id, shown.type, ${personId}, 'seen', ${now}, ${now}
    from unnest(
      ${shown.map(({ courseId }) => courseId)}::bigint[], ${shown.map((one) => one.personId)}::bigint[],
      ${shown.map(({ type }) => type)}::text[]
    ) as shown (course_id, person_id, type)
    on conflict do nothing`.execute(db);
}
