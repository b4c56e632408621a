import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

/** A source that runs by itself, for lists; no secret. */
export interface ScheduleLine {
  readonly source: string;
  readonly kind: 'pull' | 'folder';
  /** The address of the store, or the folder of the inbox. */
  readonly place: string;
  /** How the files of a folder write dates that could be read two ways; null: such a file is refused. */
  readonly dateOrder: string | null;
  readonly everyMinutes: number | null;
  /** `HH:MM` in the zone of the institution. */
  readonly dailyAt: string | null;
  readonly paused: boolean;
  readonly nextAt: Date | null;
  readonly triedAt: Date | null;
  readonly taken: number | null;
  readonly refused: number | null;
  readonly waiting: number | null;
  readonly message: string | null;
}

export async function scheduleLines(db: Db, institutionId: number): Promise<ScheduleLine[]> {
  const { rows } = await sql<ScheduleLine>`
    select s.name as source, case when f.source_id is null then 'pull' else 'folder' end as kind,
      coalesce(f.folder, p.url) as place, f.date_order, t.every_minutes, to_char(t.daily_at, 'HH24:MI') as daily_at, t.paused, t.next_at,
      t.tried_at, t.taken, t.refused, t.waiting, t.message
    from ops.schedule as t
      join ops.source as s on s.institution_id = t.institution_id and s.source_id = t.source_id
      left join ops.pull as p on p.institution_id = t.institution_id and p.source_id = t.source_id
      left join ops.watched_folder as f on f.institution_id = t.institution_id and f.source_id = t.source_id
    where t.institution_id = ${institutionId}
    order by s.name`.execute(db);
  return rows;
}
