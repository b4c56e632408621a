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

/** Who is one person, with the ids and pseudonyms themselves: restored means the very same. */
async function exactly(institutionId: number): Promise<unknown> {
  const { rows } = await sql`
    select a.account_id, a.person_id, p.pseudonym, p.created_at, i.display_name, i.email,
      array(select g.grant_id from ops.access_grant as g where g.institution_id = a.institution_id and g.person_id = a.person_id order by 1) as grants,
      array(select c.contact_id from care.contact as c where c.institution_id = a.institution_id and c.person_id = a.person_id order by 1) as contacts
    from core.account as a
      join core.person as p using (institution_id, person_id)
      left join identity.person as i on i.institution_id = a.institution_id and i.person_id = a.person_id
    where a.institution_id = ${institutionId} order by 1`.execute(database.owner);
  return rows;
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
          const [tables, persons] = [await dump(database.owner, institutionId), await exactly(institutionId)];
          const joined = await decide(institutionId, await wishOf(institutionId, { kind: 'join', a: a!, b: b! }));
          if (!joined) {
            expect(await exactly(institutionId)).toEqual(persons);
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
            expect(await exactly(institutionId)).toEqual(persons);
            expect(await dump(database.owner, institutionId)).toEqual(tables);
            return;
          }
          const mergedTables = await dump(database.owner, institutionId);
          const mergedPersons = await exactly(institutionId);
          expect(await decide(institutionId, { kind: 'split', accountIds: moved })).toBe(true);
          expect(await exactly(institutionId)).toEqual(persons);
          expect(await dump(database.owner, institutionId)).toEqual(tables);
          // The split is taken back, and then the merge itself.
          const { maxId } = (
            await sql<{ maxId: number }>`
          select max(change_id) as max_id from identity.match_change where institution_id = ${institutionId}`.execute(
              database.owner,
            )
          ).rows[0]!;
          expect(await decide(institutionId, { kind: 'undo', changeId: maxId })).toBe(true);
          expect(await exactly(institutionId)).toEqual(mergedPersons);
          expect(await dump(database.owner, institutionId)).toEqual(mergedTables);
          // The undone split said the words of the merge again: that is what is taken back now.
          expect(await decide(institutionId, { kind: 'undo', changeId: maxId + 1 })).toBe(true);
          expect(await exactly(institutionId)).toEqual(persons);
          expect(changeId).toBeLessThan(maxId);
        },
      ),
      { numRuns: 8 },
    );
  },
);

/** A grant for everybody: it goes along and comes back. */
async function attach(institutionId: number): Promise<void> {
  await sql`
    insert into ops.access_grant (institution_id, person_id, role, valid_from, created_at)
    select distinct ${institutionId}::bigint, person_id, 'support', now(), now() from core.account where institution_id = ${institutionId}`.execute(
    database.owner,
  );
  await rebuildAccess(database.db, { institutionId });
}
