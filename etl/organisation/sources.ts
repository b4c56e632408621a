import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

import { NoSuchSource, SourceSettings } from '../load/source.ts';

export interface SourceLine {
  readonly name: string;
  readonly connector: string;
  readonly timezone: string | null;
  readonly settings: unknown;
  /** Loads that became visible. */
  readonly loads: number;
  readonly lastLoad: Date | null;
}

export async function sourceLines(db: Db, institutionId: number): Promise<SourceLine[]> {
  const { rows } = await sql<SourceLine>`
    select s.name, s.connector, s.timezone, s.settings, count(r.run_id)::int as loads, max(r.visible_at) as last_load
    from ops.source as s
    left join ops.run as r
      on r.institution_id = s.institution_id and r.source_id = s.source_id and r.state = 'visible'
    where s.institution_id = ${institutionId}
    group by s.institution_id, s.source_id, s.name, s.connector, s.timezone, s.settings
    order by s.name`.execute(db);
  return rows;
}

/** A setting that no source can have. */
export class BadSetting extends Error {
  readonly hint = 'kith source --help lists the settings.';

  constructor(message: string) {
    super(message);
    this.name = 'BadSetting';
  }
}

export interface SourceWords {
  readonly timezone?: string | undefined;
  /** Merged into what is set; null takes a setting away. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** Changes a source; the next load follows. Throws NoSuchSource, {@link BadSetting}. */
export async function changeSource(
  db: Db,
  institutionId: number,
  name: string,
  { timezone, settings = {} }: SourceWords,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const known = await tx
      .selectFrom('ops.source')
      .select(['sourceId', 'settings'])
      .where('institutionId', '=', institutionId)
      .where('name', '=', name)
      .forUpdate()
      .executeTakeFirst();
    if (!known) throw new NoSuchSource(name);
    const all = Object.entries({ ...(known.settings as object), ...settings }).filter(([, value]) => value !== null);
    const checked = SourceSettings.safeParse(Object.fromEntries(all));
    if (!checked.success) {
      const [issue] = checked.error.issues;
      throw new BadSetting(
        `The setting "${issue?.path.map(String).join('.') ?? ''}" cannot be that: ${issue?.message ?? ''}.`,
      );
    }
    await tx
      .updateTable('ops.source')
      .set({ settings: JSON.stringify(Object.fromEntries(all)), ...(timezone === undefined ? {} : { timezone }) })
      .where('institutionId', '=', institutionId)
      .where('sourceId', '=', known.sourceId)
      .execute();
  });
}
