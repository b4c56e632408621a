import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enter, openMonday } from '../support/open-monday.ts';

/** A page is read and filled in before its script has come: on a slow line that is half a minute. */
describe('what is typed and ticked before a page has woken stays', () => {
  let kith: Awaited<ReturnType<typeof openMonday>>;
  let course: string;
  let quiet: number;
  beforeAll(async () => {
    kith = await openMonday();
    const [{ courseId }, { personId }] = await Promise.all([
      kith.database.owner.selectFrom('core.course').select('courseId').executeTakeFirstOrThrow(),
      kith.database.owner
        .selectFrom('identity.person')
        .select('personId')
        .where('displayName', '=', 'Name of quiet')
        .executeTakeFirstOrThrow(),
    ]);
    course = `${kith.server.url}/courses/${String(courseId)}`;
    quiet = personId;
  }, 240_000);
  afterAll(() => kith.close());

  /** The page as the server wrote it; the answer lets its scripts come and waits until it has woken. */
  async function asleep(page: Page, address: string): Promise<() => Promise<void>> {
    let wake: () => void = () => undefined;
    const line = new Promise<void>((resolve) => (wake = resolve));
    await page.route('**/*.js', async (route) => {
      await line;
      await route.continue();
    });
    await page.goto(address, { waitUntil: 'commit' });
    await page.locator('h1').first().waitFor();
    return async () => {
      wake();
      await page.waitForLoadState('networkidle');
      await page.unroute('**/*.js');
      // The first thing that only a woken page does.
      await page.getByRole('button', { name: /account/i }).click();
      await page.getByRole('radio', { name: 'As the system' }).waitFor();
    };
  }

  async function opened(): Promise<Page> {
    const { page } = await kith.opened();
    await enter(page);
    return page;
  }

  test('the weekly word: a tick, an hour, a zone', async () => {
    const page = await opened();
    const wake = await asleep(page, `${kith.server.url}/digest`);
    await page.getByRole('checkbox', { name: 'Send it to me' }).check();
    await page.getByLabel('Hour').selectOption('17');
    await page.getByLabel('Time zone').selectOption('Asia/Tokyo');
    await wake();
    expect(await page.getByRole('checkbox', { name: 'Send it to me' }).isChecked()).toBe(true);
    expect(await page.getByLabel('Hour').inputValue()).toBe('17');
    expect(await page.getByLabel('Time zone').inputValue()).toBe('Asia/Tokyo');
  });

  test('a message: subject and text', async () => {
    const page = await opened();
    const wake = await asleep(page, `${course}/people/${String(quiet)}/write`);
    await page.getByLabel('Subject').fill('Early words');
    await page.getByLabel('Message').fill('Typed before anything woke.');
    await wake();
    expect(await page.getByLabel('Subject').inputValue()).toBe('Early words');
    expect(await page.getByLabel('Message').inputValue()).toBe('Typed before anything woke.');
  });

  test('a step with the course: what was done, on which day', async () => {
    const page = await opened();
    const wake = await asleep(page, course);
    await page.getByText('Something else was done').click();
    await page.getByLabel('What was done').fill('A walk in the park');
    const day = page.locator('form', { has: page.getByLabel('What was done') }).locator('input[type=date]');
    await day.fill('2026-01-20');
    await wake();
    expect(await page.getByLabel('What was done').inputValue()).toBe('A walk in the park');
    expect(await day.inputValue()).toBe('2026-01-20');
  });

  test('settings and a person: a choice, a note, and what is declared', async () => {
    const page = await opened();
    const settled = await asleep(page, `${kith.server.url}/settings`);
    await page.getByRole('radio', { name: 'Deutsch' }).check();
    await settled();
    expect(await page.getByRole('radio', { name: 'Deutsch' }).isChecked()).toBe(true);
    const wake = await asleep(page, `${course}/people/${String(quiet)}`);
    await page.evaluate(`for (const fold of document.querySelectorAll('main details')) fold.open = true`);
    const fields = page.locator('main :is(textarea, input[type=text], input:not([type])):visible');
    for (const [at, field] of (await fields.all()).entries()) await field.fill(`early ${String(at)}`);
    const selects = page.locator('main select:visible');
    for (const select of await selects.all()) await select.selectOption({ index: 1 });
    const before = await selects.evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value));
    const count = await fields.count();
    expect(count).toBeGreaterThan(0);
    await wake();
    const kept = await fields.evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value));
    expect(kept).toEqual(Array.from({ length: count }, (_, at) => `early ${String(at)}`));
    expect(await selects.evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value))).toEqual(
      before,
    );
  });
});
