import { namesIn } from '@kith/etl/identity/match/called.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { institution } from '../load/given.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { course, enrolled, matchPlace, person, post } from './match-place.ts';

let database: FreshDatabase;
let here: ReturnType<typeof matchPlace>;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  here = matchPlace(database, await institution(database.db, 'UTC'));
});

describe('suggestions', () => {
  test('stay within one roster: a name of another course suggests nobody', async () => {
    await here.read(
      'sis',
      course('A'),
      course('B'),
      person('s1', 'Ana Silva'),
      enrolled('s1', 'A'),
      person('s2', 'Ben Ode'),
      enrolled('s2', 'B'),
    );
    await here.read(
      'zoom',
      course('A'),
      course('B'),
      person('z1', 'ANA SILVA (Guest)'),
      person('z2', 'Ode, Ben'),
      post('p1', 'z1', 'B'),
      post('p2', 'z2', 'B'),
    );
    const { suggestions, unmatched } = await here.matches();
    expect(suggestions).toMatchObject([
      {
        course: 'B',
        rule: 'name',
        seen: { key: 'z2' },
        listed: { key: 's2' },
        said: 'Ode, Ben',
        otherSaid: 'Ben Ode',
        traces: 1,
      },
    ]);
    expect(unmatched).toEqual([{ courseId: expect.any(Number) as number, course: 'B', seenOnly: 2, listed: 1 }]);
  });

  test('name nobody where two carry the name, on either side', async () => {
    await here.read(
      'sis',
      course('A'),
      person('s1', 'Ana Silva'),
      person('s2', 'Silva, Ana'),
      enrolled('s1', 'A'),
      enrolled('s2', 'A'),
    );
    await here.read('zoom', course('A'), person('z1', 'Ana Silva'), post('p1', 'z1', 'A'));
    expect((await here.matches()).suggestions).toEqual([]);
  });

  test('go by an address nobody vouches for before a name, and never join by themselves', async () => {
    await here.read(
      'sis',
      course('A'),
      person('s1', 'Ana Silva', { claims: [{ scheme: 'email', value: 'Ana@x.edu', verified: true }] }),
      enrolled('s1', 'A'),
    );
    await here.read(
      'zoom',
      course('A'),
      person('z1', 'A.', { claims: [{ scheme: 'email', value: 'ana@x.edu', verified: false }] }),
      post('p1', 'z1', 'A'),
    );
    expect(await here.persons()).toEqual(['sis/s1', 'zoom/z1']);
    expect((await here.matches()).suggestions).toMatchObject([{ rule: 'email', said: 'ana@x.edu' }]);
  });

  test('leave alone whom only a handle names, and such a one joins by their own word', async () => {
    await here.read('sis', course('A'), person('s1', 'Ana Silva'), enrolled('s1', 'A'));
    await here.read(
      'discord',
      course('A'),
      person('d1', 'Ana Silva', { claims: [{ scheme: 'handle', value: 'ana#1' }] }),
      post('p1', 'd1', 'A'),
    );
    expect((await here.matches()).suggestions).toEqual([]);
    const accountIds = await here.both('discord/d1', 'sis/s1');
    await expect(here.say({ kind: 'join', accountIds })).rejects.toMatchObject({ name: 'CannotMatch' });
    expect((await here.matches()).changes[0]).toMatchObject({
      state: 'refused',
      message: expect.stringContaining('own word') as string,
    });
    await here.say({ kind: 'join', accountIds, ownWord: true });
    expect(await here.persons()).toEqual(['discord/d1 = sis/s1']);
  });

  test('are gone once somebody said that they are two', async () => {
    await here.read('sis', course('A'), person('s1', 'Ana Silva'), enrolled('s1', 'A'));
    await here.read('zoom', course('A'), person('z1', 'Ana Silva'), post('p1', 'z1', 'A'));
    const change = await here.say({ kind: 'part', accountIds: await here.both('zoom/z1', 'sis/s1') });
    expect((await here.matches()).suggestions).toEqual([]);
    await here.read('zoom', post('p2', 'z1', 'A'));
    expect((await here.matches()).suggestions).toEqual([]);
    await here.say({ kind: 'undo', changeId: change });
    expect((await here.matches()).suggestions).toHaveLength(1);
  });
});

test('names are compared as rule 2 says', () => {
  expect(namesIn('Silva, Ana (Guest)')).toEqual(['ana silva']);
  expect(namesIn('ANA\u00A0Silva [Org] (External)')).toEqual(['ana silva']);
  expect(namesIn('annie s (Ana Silva)')).toEqual(['annie s', 'ana silva']);
  expect(namesIn('Ana')).toEqual([]);
});
