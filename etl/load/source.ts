import type { Db } from '@kith/sql/connect.ts';
import { z } from 'zod';

/** What a source's settings may say about its loads. Unknown settings belong to connectors and pages. */
export const SourceSettings = z.object({
  /** False: titles of posts, spaces and sessions are not kept. */
  titles: z.boolean().default(true),
  /** True: a user principal name of this source is an e-mail address of its person. */
  upnIsEmail: z.boolean().default(false),
  /** Addresses that several people share (labs, parents, no-reply); they never join. */
  sharedEmails: z.array(z.string()).default([]),
  /** Other domains of the same mailboxes: { "student.x.edu": "x.edu" }. */
  emailDomains: z.record(z.string(), z.string()).default({}),
  /** Whose accounts an xAPI homePage names: a source, and whether `name` is its user id or its user name. */
  accountHomePages: z
    .record(z.string(), z.object({ source: z.string(), name: z.enum(['id', 'username']) }))
    .default({}),
  /** Options of the connector for loads that nobody types: { "posts": "activity" }. */
  options: z.record(z.string(), z.string()).default({}),
});
export type SourceSettings = z.infer<typeof SourceSettings>;

/** A configured source, as a load needs it. */
export interface Source {
  readonly sourceId: number;
  readonly name: string;
  readonly timezone: string | undefined;
  readonly settings: SourceSettings;
}

/** A load names a source that is not configured. */
export class NoSuchSource extends Error {
  readonly hint = 'Make it with "kith source add", or see the list with "kith source".';

  constructor(name: string) {
    super(`There is no source "${name}".`);
    this.name = 'NoSuchSource';
  }
}

/** Reads a configured source. Throws {@link NoSuchSource}. */
export async function readSource(db: Db, institutionId: number, name: string): Promise<Source> {
  const row = await db
    .selectFrom('ops.source')
    .select(['sourceId', 'name', 'timezone', 'settings'])
    .where('institutionId', '=', institutionId)
    .where('name', '=', name)
    .executeTakeFirst();
  if (!row) throw new NoSuchSource(name);
  return { ...row, timezone: row.timezone ?? undefined, settings: SourceSettings.parse(row.settings) };
}

export interface NewSource {
  readonly name: string;
  readonly connector: string;
  readonly timezone?: string | undefined;
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
}

/** Makes the source where there is none of that name, and returns its id. An existing one is left as it is. */
export async function ensureSource(db: Db, institutionId: number, source: NewSource): Promise<number> {
  await db
    .insertInto('ops.source')
    .values({
      institutionId,
      name: source.name,
      connector: source.connector,
      timezone: source.timezone ?? null,
      settings: JSON.stringify(source.settings ?? {}),
      createdAt: new Date(),
    })
    .onConflict((conflict) => conflict.columns(['institutionId', 'name']).doNothing())
    .execute();
  return (await readSource(db, institutionId, source.name)).sourceId;
}
