import { erasePerson } from '@kith/etl/rights/erase.ts';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { openPulses, type Four, type OpenPulses } from './open-round.ts';

let kith: OpenPulses;
beforeAll(async () => {
  kith = await openPulses();
});
afterAll(() => kith.close());
afterEach(async () => {
  await kith.end();
  for (const table of ['care.pulse_round', 'core.survey_response', 'core.consent', 'core.opted_out'])
    await sql`delete from ${sql.table(table)}`.execute(kith.database.owner);
});

const fours = (many: number, four: Four = [4, 4, 4, 4]): Four[] => Array.from({ length: many }, () => four);

/** So many learners answer, without a name. */
async function answered(all: readonly Four[], from = 0): Promise<void> {
  for (const [index, four] of all.entries())
    expect(await kith.answer(kith.learners[from + index]!, four)).toBe('taken');
}

describe('who may', () => {
  test.each([
    ['instructor', 200],
    ['assistant', 404],
    ['lead', 200],
    ['researcher', 404],
    ['steward', 404],
    ['learner', 404],
    ['stranger', 404],
  ] as const)('open a round: %s %s', async (who, status) => {
    const { status: got } = await kith.ask(kith.staff[who], 'POST', kith.url, { days: 7 });
    expect(got).toBe(status);
  });

  test('a second one does not open beside the first', async () => {
    await kith.open();
    const { status, body } = await kith.ask(kith.staff.lead, 'POST', kith.url, {});
    expect([status, body]).toEqual([409, expect.objectContaining({ title: 'Open already' })]);
  });

  test('staff see the answers of an open round nowhere, not even how many', async () => {
    await kith.open();
    await answered(fours(7));
    const { rounds } = await kith.read(kith.staff.instructor);
    expect(rounds).toEqual([expect.objectContaining({ open: true, invited: 13, figures: null })]);
    expect(JSON.stringify(rounds)).not.toMatch(/answered|belonging/);
  });
});

describe('figures', () => {
  test('of five answers: how many, the mean, and each item', async () => {
    await kith.open();
    await answered([...fours(4, [5, 4, 3, 2]), [1, null, 1, null]]);
    await kith.end();
    const { rounds } = await kith.read(kith.staff.lead);
    // Means of people: 3.5 four times and 1. "mine" and "can_say" were answered by four.
    expect(rounds[0]).toMatchObject({
      open: false,
      invited: 13,
      figures: { answered: 5, belonging: 3, items: { connected: 4.2, mine: null, someone_to_ask: 2.6, can_say: null } },
    });
  });

  test('of four answers: none, and none is kept', async () => {
    await kith.open();
    await answered(fours(4));
    await kith.end();
    const { rounds } = await kith.read(kith.staff.lead);
    expect(rounds[0]).toMatchObject({ open: false, figures: null });
    const { rows } = await sql`select from core.survey_response`.execute(kith.database.owner);
    expect(rows).toEqual([]);
  });

  test('named answers do not lift four others over the least: who taught could subtract them', async () => {
    await kith.open();
    await answered(fours(4));
    for (const who of kith.learners.slice(4, 10)) expect(await kith.answer(who, [1, 1, 1, 1], true)).toBe('taken');
    await kith.end();
    const { rounds, named } = await kith.read(kith.staff.instructor);
    expect(rounds[0]!.figures).toBeNull();
    expect(named).toHaveLength(6);
  });

  test('are made once: an erasure and another round change nothing of them', async () => {
    await kith.open();
    await answered(fours(6));
    const gone = kith.sibling.learners[0]!;
    await kith.end();
    const before = (await kith.read(kith.staff.lead)).rounds[0];
    await erasePerson(kith.database.db, { institutionId: kith.institutionId, personId: gone.personId, dryRun: false });
    await kith.open();
    await answered(fours(5, [1, 1, 1, 1]));
    expect((await kith.read(kith.staff.lead)).rounds.at(-1)).toEqual(before);
  });
});

describe('the link', () => {
  test('is looked at as often as anybody likes, and answers once', async () => {
    await kith.open();
    const link = await kith.linkTo(kith.learners[0]!);
    for (let look = 0; look < 3; look += 1)
      expect((await kith.ask(null, 'GET', `/pulse/${link}`)).body).toMatchObject({ course: 'Poetry', state: 'open' });
    expect(await kith.answer(kith.learners[0]!, [1, 2, 3, 4])).toBe('taken');
    // Written anew it is a link to the same invitation.
    expect(await kith.answer(kith.learners[0]!, [5, 5, 5, 5])).toBe('used');
    expect((await kith.ask(null, 'GET', `/pulse/${link}`)).body).toMatchObject({ state: 'used' });
  });

  test('of two answers at once one is taken', async () => {
    await kith.open();
    const both = await Promise.all([1, 5].map((n) => kith.answer(kith.learners[0]!, [n, n, n, n])));
    expect(both.sort()).toEqual(['taken', 'used']);
  });

  test('ends with the round, before the worker has come by', async () => {
    await kith.open();
    await sql`update care.pulse_round set closes_at = now()`.execute(kith.database.owner);
    expect(await kith.answer(kith.learners[0]!, [1, 2, 3, 4])).toBe('over');
    await kith.end();
    expect(await kith.answer(kith.learners[0]!, [1, 2, 3, 4])).toBe('over');
  });

  test('cannot be guessed, nor changed to another person', async () => {
    await kith.open();
    const link = await kith.linkTo(kith.learners[0]!);
    const bytes = Buffer.from(link, 'base64url');
    for (const at of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      const { status } = await kith.ask(null, 'GET', `/pulse/${changed.toString('base64url')}`);
      expect(status).toBe(404);
    }
    for (const guess of ['x', 'A'.repeat(64), link.slice(1)])
      expect((await kith.ask(null, 'POST', `/pulse/${guess}`, { connected: 1, named: false })).status).toBe(404);
  });

  test('an empty answer does not use it up', async () => {
    await kith.open();
    expect(await kith.answer(kith.learners[0]!, [null, null, null, null])).toBe('empty');
    expect(await kith.answer(kith.learners[0]!, [null, 3, null, null])).toBe('taken');
  });
});

describe('who is asked', () => {
  const invited = async () => {
    const { rows } = await sql<{ personId: number }>`select person_id from care.pulse_invitation`.execute(
      kith.database.owner,
    );
    return rows.map(({ personId }) => personId);
  };

  test('nobody who left, opted out or was erased', async () => {
    const { owner, db } = kith.database;
    const [left, out, everywhere, erased, ended] = kith.own.learners.slice(7);
    await sql`update core.enrolment set status = 'withdrawn' where account_id = ${left!.accountId}`.execute(owner);
    await sql`update core.enrolment set valid_to = now() where account_id = ${ended!.accountId}`.execute(owner);
    await sql`
      insert into core.opted_out values
        (${kith.institutionId}, ${out!.personId}, ${kith.courseId}), (${kith.institutionId}, ${everywhere!.personId}, 0)`.execute(
      owner,
    );
    await erasePerson(db, { institutionId: kith.institutionId, personId: erased!.personId, dryRun: false });
    await kith.open();
    const asked = await invited();
    expect(asked).toHaveLength(8);
    for (const one of [left, out, everywhere, erased, ended]) expect(asked).not.toContain(one!.personId);
    await sql`update core.enrolment set status = 'active', valid_to = null`.execute(owner);
  });

  test('whoever is asked finds the link when they sign in, until they have answered', async () => {
    await kith.open();
    const { learner } = kith.staff;
    const mine = async () => (await kith.ask(learner, 'GET', '/pulse')).body as unknown as { link: string }[];
    const [asked] = await mine();
    expect(asked).toMatchObject({ course: 'Poetry' });
    const body = { connected: 5, mine: 5, someone_to_ask: 5, can_say: 5, named: false };
    expect((await kith.ask(null, 'POST', `/pulse/${asked!.link}`, body)).body).toEqual({ outcome: 'taken' });
    expect(await mine()).toEqual([]);
    expect((await kith.ask(kith.staff.stranger, 'GET', '/pulse')).body).toEqual([]);
  });
});
