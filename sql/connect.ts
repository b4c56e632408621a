import { CamelCasePlugin, Kysely, PostgresDialect, sql, type PostgresPool, type Transaction } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import { escapeLiteral, Pool } from 'pg';

import type { DB } from './database.ts';
import { PlannedOnce } from './planned-once.ts';
import { valueParsers } from './value-parsers.ts';

/** A database handle that may write. Columns are camelCase in TypeScript, snake_case in the database. */
export type Db = Kysely<DB>;

/** A database handle that can only read: the type has no insert, update, delete or DDL. */
export type ReadDb = ReadonlyKysely<DB>;

export interface ConnectOptions {
  /** Most connections at once; 10 unless told. */
  readonly max?: number;
  /** The name by which the connections appear in pg_stat_activity. */
  readonly name?: string;
  /**
   * Plan a statement once a connection instead of every time, and look rows up by their index: for work that says the same
   * again and again, of one course among many.
   */
  readonly prepared?: boolean;
}

/**
 * Opens a pool of connections to one database under one login.
 *
 *     const db = connect(url);
 *     await db.selectFrom('core.post').select(['id', 'occurredAt']).execute();
 *     await db.destroy();
 */
export const connect = (url: string, options: ConnectOptions = {}): Db => onPool(openPool(url, options));

/** The bare pool, for COPY and other things Kysely does not know; see {@link onPool}. */
export function openPool(url: string, { max = 10, name = 'kith', prepared = false }: ConnectOptions = {}): Pool {
  const pool = new Pool({
    connectionString: url,
    max,
    application_name: name,
    types: valueParsers,
    ...(prepared && { Client: PlannedOnce }),
    // Before anything else on the connection: a database or login may have another zone as its own default.
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- pg-pool waits for it; its types do not say so
    onConnect: async (client) => {
      await client.query(`set time zone 'UTC'`);
      // Postgres reckons with a disk that seeks, and would rather read every account of the institution than fifty.
      if (prepared) await client.query('set random_page_cost = 1.1');
    },
  });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

/** Kysely over an existing pool. `destroy()` ends the pool. */
export function onPool(pool: PostgresPool): Db {
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    // Keys inside jsonb are data, not columns, and keep their spelling.
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  if (pool instanceof Pool) poolByHandle.set(db, pool);
  return db;
}

const poolByHandle = new WeakMap<Db, Pool>();

/** The pool below a handle of {@link connect}, for COPY. Throws on any other handle: a transaction has no pool. */
export function poolOf(db: Db): Pool {
  const pool = poolByHandle.get(db);
  if (pool === undefined) throw new Error('This handle stands on no pool: pass the one that connect() returned.');
  return pool;
}

/**
 * Kysely over one connection that the caller holds: statements and a COPY stream in the same transaction.
 * The caller keeps the connection and releases it; `destroy()` is not to be called.
 *
 *     const client = await pool.connect();
 *     const db = onClient(client);
 */
export function onClient(client: Awaited<ReturnType<PostgresPool['connect']>>): Db {
  const held = { query: client.query.bind(client), release: () => undefined } as typeof client;
  return onPool({ options: {}, connect: () => Promise.resolve(held), end: () => Promise.resolve() });
}

/** The same handle without its writing half. The cast lives here and nowhere else (Kysely's types do not meet). */
export const readonly = (db: Db): ReadDb => db as unknown as ReadDb;

/** Settings of one transaction, such as `{ 'kith.person': '17' }`, which row-level policies read. */
export type LocalSettings = Readonly<Record<`${string}.${string}`, string>>;

/**
 * Runs `work` in one transaction with settings that end with it.
 *
 *     await within(db, { 'kith.person': String(personId) }, (tx) => myCourses(tx));
 *
 * SET LOCAL, not set_config(): with Citus only that reaches the workers, and only when told to (reference: Citus,
 * propagate_set_commands). It takes no parameters, so names are checked and values quoted here.
 */
export const within = <T>(db: Db, settings: LocalSettings, work: (tx: Transaction<DB>) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (tx) => {
    await apply(tx, db, settings);
    return work(tx);
  });

/** Like {@link within}, and taken back at its end: what it answers is what it would have come to, and nothing of it stays. */
export async function rehearsed<T>(
  db: Db,
  settings: LocalSettings,
  work: (tx: Transaction<DB>) => Promise<T>,
): Promise<T> {
  const over = new Error('Taken back.');
  let answer: T | undefined;
  try {
    return await within(db, settings, async (tx) => {
      answer = await work(tx);
      throw over;
    });
  } catch (error) {
    if (error === over) return answer!;
    throw error;
  }
}

/** Like {@link within}, for readers: the type cannot write, and the database refuses to as well. */
export const reading = <T>(db: Db, settings: LocalSettings, work: (tx: ReadDb) => Promise<T>): Promise<T> =>
  db
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      await apply(tx, db, settings);
      return work(readonly(tx));
    });

/**
 * One round trip on plain Postgres: these come before every query of every page. Citus refuses two commands in one
 * string, and hears of each by itself.
 */
async function apply(tx: Transaction<DB>, db: Db, settings: LocalSettings): Promise<void> {
  const statements = Object.entries(settings).map(([name, value]) => setLocal(name, value));
  if (await hasCitus(tx, db)) {
    await sql`set local citus.propagate_set_commands = 'local'`.execute(tx);
    for (const statement of statements) await sql.raw(statement).execute(tx);
  } else if (statements.length > 0) {
    await sql.raw(statements.join('; ')).execute(tx);
  }
}

function setLocal(name: string, value: string): string {
  if (!/^[a-z_]+\.[a-z_]+$/.test(name)) throw new Error(`"${name}" is no name for a setting.`);
  if (value.includes('\0')) throw new Error(`The value of ${name} holds a zero byte.`);
  return `set local ${name} = ${escapeLiteral(value)}`;
}

/** Asked once per handle: an extension does not come and go under a running Kith. */
const citusByHandle = new WeakMap<Db, boolean>();

async function hasCitus(tx: Transaction<DB>, db: Db): Promise<boolean> {
  const known = citusByHandle.get(db);
  if (known !== undefined) return known;
  const { rows } = await sql`select from pg_extension where extname = 'citus'`.execute(tx);
  citusByHandle.set(db, rows.length > 0);
  return rows.length > 0;
}
