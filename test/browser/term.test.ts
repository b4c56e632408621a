import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mondayInstructor, type Act, type Named, type SeenMonday } from '../support/monday-instructor.ts';
import { openTerm, type OpenTerm } from '../support/open-term.ts';

interface Hit extends Named {
  readonly week: number;
  readonly act: Act;
}

const weeks = 12;
const keyOf = ({ courseId, personId }: Pick<Named, 'courseId' | 'personId'>) => `${courseId}:${personId}`;
const toldUs = ({ why }: Named) => why.includes('Said in the pulse');

/** What the instructor does with the people of a page: mostly they write, and every way off the list is gone. */
const wayOf = (place: number): Act =>
  place % 10 === 0 ? 'log' : place % 10 === 4 ? 'snooze' : place % 10 === 7 ? 'dismiss' : 'bulk';

/**
 * Twelve weeks, four courses, 240 learners: every Monday the weeks so far are computed, and an instructor with a browser
 * reads the page and clicks, page after page of ten, until nobody is named any more. Whom the term is about is read off
 * the page alone; who should have been named is asked of the database.
 */
describe('a term with an instructor who uses only the pages', () => {
  let kith: OpenTerm;
  const hits: Hit[] = [];
  const above: { week: number; courseId: number; personId: number }[] = [];
  const pages: { week: number; seen: SeenMonday }[] = [];
  const budgets = new Map<number, Map<number, number>>();

  beforeAll(async () => {
    kith = await openTerm({ courses: 4, students: 240, weeks, seed: 8 });
    const { page, mondayUrl } = await kith.atTheDoor();
    await page.getByRole('button', { name: /continue/i }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    const instructor = mondayInstructor(page);
    let met = 0;
    for (let week = 1; week <= weeks; week++) {
      await kith.mondayOf(week);
      for (const one of await kith.aboveThreshold(week)) above.push({ ...one, week });
      budgets.set(week, await kith.budgets(week));
      await page.goto(mondayUrl, { waitUntil: 'networkidle' });
      for (;;) {
        const seen = await instructor.read();
        pages.push({ week, seen });
        if (seen.cards.length === 0) break;
        const planned = seen.cards.map((named) => ({ ...named, week, act: wayOf(met++) }));
        hits.push(...planned);
        const together = planned.filter(({ act }) => act === 'bulk');
        if (together.length > 0) await instructor.actOnAll(together);
        for (const { act, ...named } of planned) if (act !== 'bulk') await instructor.act(act, named);
      }
    }
  }, 900_000);
  afterAll(() => kith.close());

  test('there is something to do, by every way off the list, and not with everybody', () => {
    expect(new Set(hits.map(({ courseId }) => courseId)).size).toBeGreaterThan(1);
    expect(new Set(hits.map(({ act }) => act))).toEqual(new Set(['log', 'snooze', 'dismiss', 'bulk']));
    const people = new Set(hits.map(keyOf)).size;
    expect(people).toBeGreaterThan(20);
    expect(people).toBeLessThan(240);
  });

  test('the page says how many it names, and how many more wait', () => {
    const words = ['Nobody', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
    expect(pages.some(({ seen }) => seen.more.length > 0)).toBe(true);
    for (const { seen } of pages) {
      expect(seen.headline.split(' ')[0]).toBe(words[seen.cards.length]);
      expect(Number(seen.moreSays.split(' ')[0])).toBe(seen.more.length);
    }
  });

  test('whoever is above the threshold, and stays there, is named within three weeks', () => {
    const at = new Set(above.map((one) => `${keyOf(one)}@${one.week}`));
    const stays = above.filter((one) => [1, 2, 3].every((later) => at.has(`${keyOf(one)}@${one.week + later}`)));
    expect(new Set(stays.map(keyOf)).size).toBeGreaterThan(20);
    // Whom somebody wrote to in the three weeks before is left in peace for as long, and who is no concern for good.
    const missed = stays.filter(
      (one) =>
        !hits.some(
          (hit) =>
            keyOf(hit) === keyOf(one) &&
            (Math.abs(hit.week - one.week) <= 3 || (hit.act === 'dismiss' && hit.week < one.week)),
        ),
    );
    expect(missed).toEqual([]);
  });

  test('nobody stands twice on a page, nor is named twice in a week', () => {
    for (const { week, seen } of pages) {
      const named = [...seen.cards, ...seen.more].map(keyOf);
      expect(new Set(named).size, `week ${week}`).toBe(named.length);
    }
    for (const [week, all] of Map.groupBy(hits, (hit) => hit.week))
      expect(new Set(all.map(keyOf)).size, `week ${week}`).toBe(all.length);
  });

  test('who was written to is back within three weeks only if the band has risen', async () => {
    for (const [key, all] of Map.groupBy(hits, keyOf))
      for (const [index, hit] of all.entries()) {
        const next = all[index + 1];
        if (next === undefined || (hit.act !== 'log' && hit.act !== 'bulk') || next.week - hit.week >= 3) continue;
        expect(await kith.rose(hit, hit.week, next.week), `${key} in weeks ${hit.week} and ${next.week}`).toBe(true);
      }
  });

  const later = (hit: Hit) => hits.filter((one) => keyOf(one) === keyOf(hit) && one.week > hit.week);

  test('who was put off is back the week after, and who is no concern only if they say themselves that something is', () => {
    const of = (act: Act) => hits.filter((hit) => hit.act === act).flatMap(later);
    expect(of('snooze').length).toBeGreaterThan(0);
    expect(of('dismiss').filter((hit) => !toldUs(hit))).toEqual([]);
  });

  test('the load a week adds is never above the budget, but for who told us, and nor is that of the weeks so far', () => {
    const putOff = (hit: Hit) =>
      hits.findLast((one) => keyOf(one) === keyOf(hit) && one.week < hit.week)?.act === 'snooze';
    for (const [courseId, named] of Map.groupBy(hits, (hit) => hit.courseId)) {
      let [soFar, allowedSoFar] = [0, 0];
      for (let week = 1; week <= weeks; week++) {
        const load = named.filter((hit) => hit.week === week && !toldUs(hit));
        const allowed = budgets.get(week)?.get(courseId) ?? 0;
        soFar += load.filter((hit) => !putOff(hit)).length;
        allowedSoFar += allowed;
        // Who was put off, or was left in peace after a contact, waits on the page from the week that listed them.
        expect(
          load.filter(({ why }) => !why.includes('waiting for')).length,
          `course ${courseId}, week ${week}`,
        ).toBeLessThanOrEqual(allowed);
        expect(soFar, `course ${courseId} up to week ${week}`).toBeLessThanOrEqual(allowedSoFar);
      }
    }
  });
});
