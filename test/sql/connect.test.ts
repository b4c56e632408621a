import { connect, onClient, openPool, reading, within, type ReadDb } from '@kith/sql/connect.ts';
import { safeInteger, valueParsers } from '@kith/sql/value-parsers.ts';
import fc from 'fast-check';
import { sql } from 'kysely';
import { types } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { emptyDatabase } from '../support/database.ts';

/** What Node warned of since the file began. */
const warnings: string[] = [];
process.on('warning', ({ message }) => void warnings.push(message));

let database: Awaited<ReturnType<typeof emptyDatabase>>;
let db: ReturnType<typeof connect>;
beforeAll(async () => {
  database = await emptyDatabase();
  db = connect(database.url, { max: 3 });
  await sql`create table item (item_id bigint primary key, made_on date, made_at timestamptz, details jsonb)`.execute(
    db,
  );
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

async function one<T>(query: ReturnType<typeof sql<T>>): Promise<T | undefined> {
  return (await query.execute(db)).rows[0];
}

describe('values leave the database', () => {
  test('dates as they are written, whatever the zone of this machine', async () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
      process.env.TZ = zone;
      expect(await one(sql`select date '2026-01-05' as day, array[date '2026-01-05', null] as days`)).toEqual({
        day: '2026-01-05',
        days: ['2026-01-05', null],
      });
    }
    delete process.env.TZ;
  });

  test('bigint as a number, and an error rather than another number', async () => {
    expect(
      await one(sql`select 9007199254740991 as big, '{1,NULL,-2}'::bigint[] as list, count(*) as n from item`),
    ).toEqual({
      big: Number.MAX_SAFE_INTEGER,
      list: [1, null, -2],
      n: 0,
    });
    await expect(one(sql`select 9007199254740992 as big`)).rejects.toThrow(RangeError);
    fc.assert(fc.property(fc.maxSafeInteger(), (n) => safeInteger(String(n)) === n));
  });

  test('numeric as text, float8 as number, times as instants in UTC', async () => {
    expect(
      await one(sql`select 0.1::numeric as exact, 0.1::float8 as near, current_setting('timezone') as zone`),
    ).toEqual({
      exact: '0.1',
      near: 0.1,
      zone: 'UTC',
    });
    expect(await one(sql`select timestamptz '2026-01-05 09:00+02' as at`)).toEqual({
      at: new Date('2026-01-05T07:00:00Z'),
    });
  });

  test('without changing how other pools of this process read', () => {
    const everywhere: unknown = types.getTypeParser(types.builtins.INT8, 'text');
    expect(everywhere).not.toBe(valueParsers.getTypeParser(types.builtins.INT8, 'text'));
    expect(valueParsers.getTypeParser(types.builtins.INT8, 'text')).toBe(safeInteger);
  });

  test('columns in camelCase, keys inside jsonb as they are', async () => {
    const row = await one(sql`select 1 as item_id, '{"being_answered": {"per_week": 1}}'::jsonb as the_details`);
    expect(row).toEqual({ itemId: 1, theDetails: { being_answered: { per_week: 1 } } });
  });
});

describe('settings of a transaction', () => {
  const person = sql<{ person: string | null }>`select current_setting('kith.person', true) as person`;

  test('hold within it and end with it', async () => {
    await within(db, { 'kith.person': '17' }, async (tx) => {
      expect((await person.execute(tx)).rows).toEqual([{ person: '17' }]);
    });
    for (let connection = 0; connection < 3; connection++) expect((await one(person))?.person ?? '').toBe('');
  });

  test('end with a failure too, and roll back what was written', async () => {
    const failing = within(db, { 'kith.person': '17' }, async (tx) => {
      await sql`insert into item (item_id) values (99)`.execute(tx);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await one(sql`select count(*) as n from item where item_id = 99`)).toEqual({ n: 0 });
  });

  test('take any value as a value', async () => {
    const values = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0') && text.isWellFormed());
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        const seen = await reading(db, { 'kith.person': value }, (tx) =>
          tx.selectNoFrom(sql<string>`current_setting('kith.person')`.as('person')).executeTakeFirst(),
        );
        expect(seen?.person).toBe(value);
      }),
      { numRuns: 40, examples: [[`'; drop table item; --`], [String.raw`\'; drop table item; --`]] },
    );
    await expect(within(db, { 'kith.person': 'a\0b' }, () => Promise.resolve())).rejects.toThrow('zero byte');
    await expect(within(db, { "kith.x = '1'; --": '1' }, () => Promise.resolve())).rejects.toThrow(
      'no name for a setting',
    );
  });

  test('of a reader come with a database that refuses to write', async () => {
    const writing = reading(db, {}, (tx: ReadDb) => sql`insert into item (item_id) values (1)`.execute(tx as never));
    await expect(writing).rejects.toMatchObject({ code: '25006' });
  });
});

test('a connection that the caller holds takes part in the same transaction', async () => {
  const pool = openPool(database.url, { max: 1 });
  const client = await pool.connect();
  await client.query('begin');
  await sql`insert into item (item_id) values (5)`.execute(onClient(client));
  expect((await client.query('select item_id from item where item_id = 5')).rows).toEqual([{ item_id: 5 }]);
  await client.query('rollback');
  client.release();
  await pool.end();
  expect(await one(sql`select count(*) as n from item where item_id = 5`)).toEqual({ n: 0 });
});

test('a new connection is in UTC before it is used, and never does two things at once', async () => {
  const pool = openPool(withOptions(database.url, '-c timezone=Asia/Tokyo'), { max: 2 });
  const zone = async () => (await pool.query<{ zone: string }>(`select current_setting('timezone') as zone`)).rows;
  expect(await Promise.all([zone(), zone(), zone()])).toEqual(Array(3).fill([{ zone: 'UTC' }]));
  await pool.end();
  expect(warnings.filter((text) => text.includes('already executing'))).toEqual([]);
});

/** The same address for a login whose sessions begin with these options. */
function withOptions(url: string, options: string): string {
  const address = new URL(url);
  address.searchParams.set('options', options);
  return address.href;
}

test('a connection that the server ends while idle is replaced', async () => {
  const other = connect(database.url, { max: 1 });
  const pid = async () => (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(other)).rows[0]?.pid;
  const first = await pid();
  await one(sql`select pg_terminate_backend(${first})`);
  await expect.poll(async () => pid().catch(() => first)).not.toBe(first);
  await other.destroy();
});
