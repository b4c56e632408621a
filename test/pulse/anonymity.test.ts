import { createHash } from 'node:crypto';

import { connect } from '@kith/sql/connect.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { openPulses, type Four, type OpenPulses } from './open-round.ts';

let kith: OpenPulses;
beforeAll(async () => {
  kith = await openPulses();
});
afterAll(() => kith.close());
beforeEach(async () => {
  await kith.end();
  await sql`delete from core.survey_response`.execute(kith.database.owner);
});

const hidden = ['care.pulse_bag', 'care.pulse_spent'] as const;
const different: readonly Four[] = [
  [5, 4, 3, 2],
  [1, 1, 1, 1],
  [3, null, 3, 3],
  [2, 2, 5, 5],
  [4, 4, 4, null],
];

const columnsOf = async (table: string): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`.execute(
    kith.database.owner,
  );
  return rows.map(({ name }) => name);
};

describe('schema', () => {
  test('nothing in either table stands for a person or an instant', async () => {
    expect(await columnsOf('care.pulse_bag')).toEqual(['institution_id', 'course_id', 'round_id', 'answers']);
    expect(await columnsOf('care.pulse_spent')).toEqual(['institution_id', 'course_id', 'round_id', 'mark']);
  });

  test.each(['app', 'etl', 'research', 'jobs'] as const)('the login of %s is refused', async (role) => {
    const db = connect(kith.database.urls[role], { max: 1, name: 'kith test' });
    for (const table of hidden)
      await expect(sql`select * from ${sql.table(table)}`.execute(db)).rejects.toThrow(/permission denied/);
    await db.destroy();
  });

  test('joined with identity, an answer without a name is no row, whatever the settings say', async () => {
    await kith.open();
    for (const [index, four] of different.entries()) await kith.answer(kith.learners[index]!, four);
    await kith.end();
    const { rows } = await kith.appDb.transaction().execute(async (tx) => {
      for (const [name, value] of [
        ['institution', kith.institutionId],
        ['person', kith.staff.instructor.personId],
        ['learner_courses', kith.courseId],
        ['named_courses', kith.courseId],
        ['aggregate_courses', kith.courseId],
      ])
        await sql`select set_config(${`kith.${String(name)}`}, ${String(value)}, true)`.execute(tx);
      return sql`select * from core.survey_response`.execute(tx);
    });
    expect(rows).toEqual([]);
  });
});

describe('rows', () => {
  /** A digest of every table, by name. */
  const everything = async (): Promise<Record<string, string>> => {
    const { rows } = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('identity', 'core', 'insight', 'care', 'ops', 'jobs', 'stage')`.execute(kith.database.owner);
    const digests: Record<string, string> = {};
    for (const { name } of rows) {
      const { rows: found } = await sql<{ digest: string | null }>`
        select md5(string_agg(one::text, '' order by one::text)) as digest from ${sql.raw(name)} as one`.execute(
        kith.database.owner,
      );
      digests[name] = found[0]!.digest ?? '';
    }
    return digests;
  };

  test('an answer without a name changes the bag and the list of used links, and nothing else in the database', async () => {
    await kith.open();
    const before = await everything();
    expect(await kith.answer(kith.learners[0]!, [5, 1, 5, 1])).toBe('taken');
    const after = await everything();
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed.sort()).toEqual([...hidden]);
  });

  test('the bag is the same to the byte whoever came first', async () => {
    const bagOf = async (order: readonly number[]): Promise<string> => {
      await kith.open();
      for (const place of order) await kith.answer(kith.learners[place]!, different[place]!);
      const { rows } = await sql<{ bag: string }>`select answers::text as bag from care.pulse_bag`.execute(
        kith.database.owner,
      );
      await kith.end();
      return rows[0]!.bag;
    };
    expect(await bagOf([4, 2, 0, 3, 1])).toBe(await bagOf([0, 1, 2, 3, 4]));
  });

  test('a used link says of nobody without the key: no digest of anything the database holds is its mark', async () => {
    await kith.open();
    const round = await kith.roundId();
    const who = kith.learners[0]!;
    await kith.answer(who, [1, 2, 3, 4]);
    const { rows } = await sql<{ mark: Buffer }>`select mark from care.pulse_spent`.execute(kith.database.owner);
    const text = [kith.institutionId, kith.courseId, round, who.personId].join('/');
    const purpose = 'invitation to the belonging pulse';
    for (const guess of [text, String(who.personId), `${purpose}\0${text}`, await kith.linkTo(who)])
      expect(createHash('sha256').update(guess).digest().equals(rows[0]!.mark)).toBe(false);
    expect(rows).toHaveLength(1);
  });

  test('what stays of a closed round is in the order of values, of one instant and one transaction; links are gone', async () => {
    await kith.open();
    for (const place of [3, 0, 4, 1, 2]) await kith.answer(kith.learners[place]!, different[place]!);
    await kith.end();
    const { rows } = await sql<{ items: string; account: number | null; mark: string }>`
      select items::text as items, account_id as account, concat(occurred_at, ingested_at, xmin, wave) as mark
      from core.survey_response order by survey_response_id`.execute(kith.database.owner);
    const { rows: sorted } = await sql<{ items: string }>`
      select items::text as items from core.survey_response as one order by one.items`.execute(kith.database.owner);
    expect(rows.map(({ items }) => items)).toEqual(sorted.map(({ items }) => items));
    expect(new Set(rows.map(({ account }) => account))).toEqual(new Set([null]));
    expect(new Set(rows.map(({ mark }) => mark)).size).toBe(1);
    for (const table of [...hidden, 'care.pulse_invitation']) {
      const { rows: left } = await sql`select from ${sql.table(table)}`.execute(kith.database.owner);
      expect(left, table).toEqual([]);
    }
  });
});

test('nobody is told through the access log, and the answer goes with no session', async () => {
  const lines = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from ops.access_log`.execute(kith.database.owner)).rows[0]!.n;
  await kith.open();
  const before = await lines();
  await kith.answer(kith.learners[0]!, [5, 5, 5, 5]);
  expect(await lines()).toBe(before);
});
