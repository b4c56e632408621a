import { rebuildAccess } from '@kith/etl/identity/access.ts';
import { carryOut } from '@kith/etl/identity/match/carry-out.ts';
import { askChange, CannotMatch, type Wish } from '@kith/etl/identity/match/change.ts';
import { ensureSource } from '@kith/etl/load/source.ts';
import { sql } from 'kysely';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { dump } from '../load/dump.ts';
import { institution, loadGiven } from '../load/given.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import {
  arrival,
  nameOf,
  recordsOf,
  shuffled,
  sources,
  story,
  type Arrival,
  type Decision,
  type Step,
} from './match-story.ts';
import { accountsOf, exactly, grantsOf, personsIn } from './standing.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

async function place(): Promise<number> {
  const institutionId = await institution(database.db);
  const secret = Buffer.alloc(32, 7);
  await database.db.insertInto('identity.secret').values({ institutionId, purpose: 'record_key', secret }).execute();
  for (const name of sources) await ensureSource(database.db, institutionId, { name, connector: 'given' });
  return institutionId;
}

const arrive = (institutionId: number, one: Arrival) =>
  loadGiven(database.db, institutionId, {
    source: one.source,
    mode: 'delta',
    records: recordsOf(one),
    thresholds: { rejectedShare: 1 },
  });

async function accountOf(institutionId: number, name: string): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select k.account_id as id from identity.account as k join ops.source as s using (institution_id, source_id)
    where k.institution_id = ${institutionId} and s.name || '/' || k.key = ${name}`.execute(database.owner);
  return rows[0]!.id;
}

/** False: it cannot be, as things are. */
async function decide(institutionId: number, wish: Wish): Promise<boolean> {
  const changeId = await askChange(database.db, institutionId, wish, 'a test');
  try {
    await carryOut(database.db, institutionId, changeId);
    return true;
  } catch (error) {
    if (error instanceof CannotMatch) return false;
    throw error;
  }
}

async function wishOf(institutionId: number, { kind, a, b }: Decision): Promise<Wish> {
  const accountIds = [await accountOf(institutionId, a), await accountOf(institutionId, b)] as const;
  return kind === 'split' ? { kind, accountIds: [accountIds[0]] } : { kind, accountIds };
}

async function told(steps: readonly Step[]): Promise<{ institutionId: number; tables: Record<string, string[]> }> {
  const institutionId = await place();
  for (const step of steps) {
    if ('source' in step) await arrive(institutionId, step);
    else await decide(institutionId, await wishOf(institutionId, step));
  }
  return { institutionId, tables: await dump(database.owner, institutionId) };
}

test('any order of loads and decisions gives the same tables', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ arrivals, decisions, order }) => {
      const first = await told([...arrivals, ...decisions]);
      const other = await told(shuffled(arrivals, decisions, order));
      expect(other.tables).toEqual(first.tables);
    }),
    { numRuns: 8 },
  );
});

/** Found by an earlier run: the word joins two, and a sign of theirs a third. */
const examples: [Arrival[], number, number][] = [
  [
    [
      { source: 'lms', key: 'k1', email: undefined, sis: undefined },
      { source: 'lms', key: 'k2', email: 'one@x.edu', sis: undefined },
      { source: 'lms', key: 'k3', email: 'one@x.edu', sis: 's2' },
      { source: 'sis', key: 'k1', email: 'one@x.edu', sis: 's1' },
    ],
    2,
    3,
  ],
];

test(
  'a split gives back exactly what was before a merge, and taking back either does too',
  { timeout: 600_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(arrival, { minLength: 2, maxLength: 6, selector: nameOf }),
        fc.nat(5),
        fc.nat(5),
        async (arrivals, i, j) => {
          const { institutionId } = await told(arrivals);
          await attach(institutionId);
          const [a, b] = [i % arrivals.length, j % arrivals.length].map((index) => nameOf(arrivals[index]!));
          const [tables, persons] = [
            await dump(database.owner, institutionId),
            await exactly(database.owner, institutionId),
          ];
          const joined = await decide(institutionId, await wishOf(institutionId, { kind: 'join', a: a!, b: b! }));
          if (!joined) {
            expect(await exactly(database.owner, institutionId)).toEqual(persons);
            return;
          }
          const { rows } = await sql<{ changeId: number; moved: number[]; persons: number }>`
          select m.change_id, array_agg(m.account_id) as moved, count(distinct m.to_person_id)::int as persons
          from identity.match_move as m
          where m.institution_id = ${institutionId} and m.change_id = (
            select max(change_id) from identity.match_change where institution_id = ${institutionId})
          group by m.change_id`.execute(database.owner);
          const { changeId, moved, persons: targets } = rows[0]!;
          if (targets > 1) {
            // A word against the signs: one of them leaves whom the signs had joined. Taken back, it is as before.
            expect(await decide(institutionId, { kind: 'undo', changeId })).toBe(true);
            expect(await exactly(database.owner, institutionId)).toEqual(persons);
            expect(await dump(database.owner, institutionId)).toEqual(tables);
            return;
          }
          const mergedTables = await dump(database.owner, institutionId);
          const mergedPersons = await exactly(database.owner, institutionId);
          expect(await decide(institutionId, { kind: 'split', accountIds: moved })).toBe(true);
          const parted = await exactly(database.owner, institutionId);
          if (personsIn(parted) === personsIn(persons)) {
            expect(parted).toEqual(persons);
            expect(await dump(database.owner, institutionId)).toEqual(tables);
          } else {
            // The word joined two, and a sign of theirs a third: the two leave together, with all that is theirs.
            expect(parted.map(({ grants }) => grants)).toEqual(
              parted.map(({ personId }) => grantsOf(persons, accountsOf(parted, personId))),
            );
          }
          // The split is taken back: all are one again.
          const { maxId } = (
            await sql<{ maxId: number }>`
          select max(change_id) as max_id from identity.match_change where institution_id = ${institutionId}`.execute(
              database.owner,
            )
          ).rows[0]!;
          expect(await decide(institutionId, { kind: 'undo', changeId: maxId })).toBe(true);
          expect(await exactly(database.owner, institutionId)).toEqual(mergedPersons);
          expect(await dump(database.owner, institutionId)).toEqual(mergedTables);
          // An undone split that had contradicted the merge is split again when that is undone; else the merge itself can be.
          const contradicted = await database.owner
            .selectFrom('identity.matchWord')
            .select('changeId')
            .where('institutionId', '=', institutionId)
            .where('changeId', '=', changeId)
            .where('endedByChange', '=', maxId)
            .executeTakeFirst();
          const last = contradicted ? maxId + 1 : changeId;
          expect(await decide(institutionId, { kind: 'undo', changeId: last })).toBe(true);
          expect(await exactly(database.owner, institutionId)).toEqual(contradicted ? parted : persons);
          expect(changeId).toBeLessThan(maxId);
        },
      ),
      { numRuns: 8, examples },
    );
  },
);

/** A grant and a setting for everybody: they go along and come back, the setting where its place is free. */
async function attach(institutionId: number): Promise<void> {
  await sql`
    insert into ops.access_grant (institution_id, person_id, role, valid_from, created_at)
    select distinct ${institutionId}::bigint, person_id, 'support', now(), now() from core.account where institution_id = ${institutionId}`.execute(
    database.owner,
  );
  await sql`
    insert into care.digest_setting (institution_id, person_id, wanted, weekday, hour, timezone, changed_at)
    select institution_id, person_id, true, 1 + row_number() over (order by person_id) % 7, 7, 'UTC', now()
    from core.person where institution_id = ${institutionId} and person_id in (
      select person_id from core.account where institution_id = ${institutionId})`.execute(database.owner);
  await rebuildAccess(database.db, { institutionId });
}
