import AxeBuilder from '@axe-core/playwright';
import { afterAll, expect, test } from 'vitest';

import { openPages } from '../support/open-pages.ts';

/** Mentoring as the two of a pair see it, and as who teaches them does. */
const { kith, server, openAs, close } = await openPages();
afterAll(close);

const mentor = () => kith.own.learners[1]!;
const mentee = () => kith.own.learners[5]!;
await kith.database.owner
  .updateTable('insight.learnerWeek')
  .set({ band: 'high' })
  .where('personId', '=', mentee().personId)
  .where('state', '=', 'scored')
  .execute();

test.each([
  ['wide, light', 1280, 'light'],
  ['phone, dark', 390, 'dark'],
] as const)(
  'a learner offers within bounds, is told of a pair once it is confirmed, and reads no number: %s',
  async (_, width, scheme) => {
    const own = await openAs(mentor(), width, scheme);
    await own.page.goto(`${server.url}/my-data`, { waitUntil: 'networkidle' });
    await own.page.getByRole('link', { name: 'Mentoring' }).first().click();
    await own.page.getByText('You are in no pair at the moment.').waitFor();
    await own.page.waitForLoadState('networkidle');
    await own.page.getByLabel('For how many people at once').fill('2');
    await own.page.getByLabel('Languages').fill('fi, en');
    await own.page.getByLabel('Time zone').fill('Europe/Helsinki');
    await own.page.getByRole('button', { name: /^(Offer|Change)$/ }).click();
    await own.page.getByText('You offer to be there for 2 people.').waitFor();

    const teacher = await openAs(kith.staff.instructor, width, scheme);
    await teacher.page.goto(`${server.url}/courses/${String(kith.own.courseId)}/mentors`, { waitUntil: 'networkidle' });
    await teacher.page.getByText(`${mentor().name} (2 places)`).waitFor();
    await teacher.page.getByRole('checkbox', { name: mentee().name }).check();
    await teacher.page.getByRole('button', { name: 'Propose pairs' }).click();
    await teacher.page.getByText(`${mentor().name} for ${mentee().name}`).waitFor();
    await own.page.reload({ waitUntil: 'networkidle' });
    expect(await own.page.getByText(mentee().name).count()).toBe(0);
    await teacher.page.getByRole('button', { name: 'Confirm' }).click();
    await teacher.page.getByText('Confirmed. Tell them both').waitFor();
    await teacher.close();

    await own.page.reload({ waitUntil: 'networkidle' });
    await own.page.getByRole('heading', { name: 'You are there for' }).waitFor();
    const text = await own.page.locator('main').innerText();
    expect(text).toContain(mentee().name);
    expect(text).toContain('Both are in this course.');
    expect(text).not.toMatch(/isolat|at risk|unconnected|score|band|rank/i);
    const { violations } = await new AxeBuilder({ page: own.page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]!.html}`)).toEqual([]);
    expect(await own.page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    expect(own.complaints).toEqual([]);
    await own.close();

    const other = await openAs(mentee(), width, scheme);
    await other.page.goto(`${server.url}/mentoring`, { waitUntil: 'networkidle' });
    await other.page.getByRole('heading', { name: 'There for you' }).waitFor();
    await other.page.getByText(mentor().name).waitFor();
    await other.close();
    for (const table of ['care.mentorMatch', 'care.mentorOffer'] as const)
      await kith.database.owner.deleteFrom(table).execute();
  },
  240_000,
);
