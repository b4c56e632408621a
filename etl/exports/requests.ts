import { sql } from 'kysely';
import { within, type Db, type LocalSettings } from '@kith/sql/connect.ts';
import type { Format } from './approved-export.ts';
import type { Content } from './tables/index.ts';

/** Whose word it is. */
interface Who {
  readonly institutionId: number;
  readonly personId: number;
}

export type Decided = 'done' | 'not_waiting' | 'no_steward' | 'own' | 'no_researcher' | 'no_end';

const settingsOf = ({ institutionId, personId }: Who, steward: boolean): LocalSettings => ({
  'kith.institution': String(institutionId),
  'kith.person': String(personId),
  'kith.steward': steward ? 'on' : 'off',
});

/** As the researcher's page asks. Null: they are no researcher there. */
export const askExport = (
  db: Db,
  who: Who,
  wish: {
    readonly unitId: number;
    readonly contents: readonly Content[];
    readonly format: Format;
    readonly minLearners: number;
    readonly purpose: string;
  },
): Promise<number | null> =>
  within(db, settingsOf(who, false), async (tx) => {
    const { rows } = await sql<{ asked: number | null }>`
      select ops.ask_export(
        ${wish.unitId}, ${[...wish.contents].sort()}::text[], ${wish.format}, ${wish.minLearners}::smallint, ${wish.purpose}) as asked`.execute(
      tx,
    );
    return rows[0]!.asked;
  });

/** As the steward's page decides. */
export const decideExport = (
  db: Db,
  who: Who,
  said: {
    readonly exportId: number;
    readonly word: 'approve' | 'decline';
    readonly until: Date | null;
    readonly remark: string | null;
  },
): Promise<Decided> =>
  within(db, settingsOf(who, true), async (tx) => {
    if (!(await isSteward(tx, who))) return 'no_steward';
    const { rows } = await sql<{ decided: Decided }>`
      select ops.decide_export(${said.exportId}, ${said.word}, ${said.until}, ${said.remark}) as decided`.execute(tx);
    return rows[0]!.decided;
  });

/** Ends an export before its time, for who asked and for stewards. */
export const endExport = async (db: Db, who: Who, exportId: number): Promise<Decided> => {
  const steward = await isSteward(db, who);
  return within(db, settingsOf(who, steward), async (tx) => {
    const { rows } = await sql<{ ended: boolean }>`select ops.end_export(${exportId}) as ended`.execute(tx);
    return rows[0]!.ended ? 'done' : 'not_waiting';
  });
};

async function isSteward(db: Db, { institutionId, personId }: Who): Promise<boolean> {
  const { rows } = await sql`
    select from ops.access_grant
    where institution_id = ${institutionId} and person_id = ${personId} and role in ('steward', 'admin')
      and valid_from <= now() and coalesce(valid_to > now(), true)
    limit 1`.execute(db);
  return rows.length > 0;
}

export interface ListedExport {
  readonly export: number;
  readonly state: string;
  readonly contents: string;
  readonly unit: string;
  /** YYYY-MM-DD HH:MM, UTC. */
  readonly until: string | null;
  readonly purpose: string;
}

/** Every export, newest first. */
export async function listExports(db: Db, institutionId: number): Promise<ListedExport[]> {
  const { rows } = await sql<ListedExport & Record<string, unknown>>`
    select
      e.export_id as export, e.state, array_to_string(e.contents, ', ') as contents, coalesce(unit.title, place.title) as unit,
      to_char(e.expires_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as until, e.purpose
    from ops.export as e
      join core.institution as place on place.institution_id = e.institution_id
      left join core.unit as unit on unit.institution_id = e.institution_id and unit.unit_id = e.unit_id
    where e.institution_id = ${institutionId}
    order by e.export_id desc`.execute(db);
  return rows;
}
