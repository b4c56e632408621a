import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { enter, openMonday } from '../support/open-monday.ts';

describe('the weekly word, steps for a course, and peer mentors in the browser', () => {
  let kith: Awaited<ReturnType<typeof openMonday>>;
  let course: string;
  beforeAll(async () => {
    kith = await openMonday();
    const { courseId } = await kith.database.owner
      .selectFrom('core.course')
      .select('courseId')
      .where('title', '=', 'Small course')
      .executeTakeFirstOrThrow();
    course = `${kith.server.url}/courses/${courseId}`;
    const { personId } = await kith.database.owner
      .selectFrom('identity.person')
      .select('personId')
      .where('displayName', '=', 'Name of l1')
      .executeTakeFirstOrThrow();
    await kith.database.owner
      .insertInto('care.mentorOffer')
      .values({ institutionId: kith.institutionId, personId, capacity: 1, languages: ['fi'], saidAt: new Date() })
      .execute();
  }, 240_000);
  afterAll(() => kith.close());
  afterEach(() => kith.reset());

  async function clean(page: Page, state: string) {
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${state}: ${id} ${nodes[0]!.html}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), state).toBe(0);
  }

  test.each([
    ['wide, light', 1280, 'light'],
    ['phone, dark', 390, 'dark'],
  ] as const)(
    'each does what it says, and is accessible: %s',
    async (_, width, scheme) => {
      const { page, complaints, close } = await kith.opened(width, scheme);
      await enter(page);

      await page.getByRole('link', { name: 'Have this by mail once a week' }).click();
      await page.getByRole('checkbox', { name: 'Send it to me' }).check();
      await page.getByLabel('Hour').selectOption('9');
      await page.getByRole('button', { name: 'Keep this' }).click();
      await page.getByText('Kept. It comes the next time').waitFor();
      await page.getByText('Nobody is named in this mail').waitFor();
      await clean(page, 'weekly word');
      const row = await kith.database.owner.selectFrom('care.digestSetting').selectAll().executeTakeFirstOrThrow();
      expect(row).toMatchObject({ wanted: true, hour: 9, weekday: 1 });

      await page.goto(course, { waitUntil: 'networkidle' });
      await page.getByRole('heading', { name: 'What the course could try' }).waitFor();
      await page.getByText('Something else was done').click();
      await page.getByLabel('What was done').fill('A walk in the park');
      await clean(page, 'noting a step');
      await page.getByRole('button', { name: /^Note it.*Something else/ }).click();
      await page.getByText('Noted. It stands beside what comes after.').waitFor();
      await page.getByText('A walk in the park').waitFor();
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByText('A walk in the park').waitFor({ state: 'detached' });

      await page.getByRole('link', { name: 'Peer mentors' }).click();
      await page.getByText('1 learner offers to be a mentor here').waitFor();
      await page.getByRole('checkbox', { name: 'Name of quiet' }).check();
      await page.getByRole('button', { name: 'Propose pairs' }).click();
      await page.getByText('Name of l1 for Name of quiet').waitFor();
      await clean(page, 'mentors, proposed');
      await page.getByRole('button', { name: 'Confirm' }).click();
      await page.getByText('Confirmed. Tell them both').waitFor();
      await page.getByRole('button', { name: 'End it' }).click();
      await page.getByText('Ended. The mentor has room again.').waitFor();
      await kith.database.owner.deleteFrom('care.mentorMatch').execute();
      expect(complaints).toEqual([]);
      await close();
    },
    240_000,
  );
});
