import AxeBuilder from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { enter, openMonday } from '../support/open-monday.ts';

describe('the Monday of an instructor', () => {
  let kith: Awaited<ReturnType<typeof openMonday>>;
  beforeAll(async () => {
    kith = await openMonday();
  }, 240_000);
  afterAll(() => kith.close());
  afterEach(() => kith.reset());

  test('from sign-in to the first contact noted in at most four clicks, and undo', async () => {
    const { page, complaints, close } = await kith.opened();
    let clicks = 0;
    const click = async (name: RegExp) => {
      clicks += 1;
      await page.getByRole('button', { name }).first().click();
    };
    await click(/continue/i);
    await page.getByRole('article').first().waitFor();
    await page.waitForLoadState('networkidle');
    await click(/^Log a contact$/);
    await click(/^Note it$/);
    await page.getByText('Noted: you reached out to Name of quiet.').waitFor();
    expect(clicks).toBeLessThanOrEqual(4);
    expect(await page.getByRole('article').count()).toBe(0);
    expect(await kith.database.owner.selectFrom('care.contact').select('channel').execute()).toEqual([
      { channel: 'mail' },
    ]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back.').waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
    expect(complaints).toEqual([]);
    await close();
  });

  test('the same with the keyboard alone, by letters', async () => {
    const { page, close } = await kith.opened();
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: /continue/i }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('article').first().waitFor();
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('j');
    await page.keyboard.press('l');
    await page.getByRole('button', { name: 'Note it' }).waitFor();
    await page.getByRole('button', { name: 'Note it' }).press('Enter');
    await page.getByText('Noted: you reached out').waitFor();
    await page.keyboard.press('u');
    await page.getByText('Taken back.').waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    await close();
  });

  test('put off, and no concern with a reason', async () => {
    const { page, close } = await kith.opened();
    await enter(page);
    await page.getByRole('button', { name: 'Not now' }).click();
    await page.getByRole('button', { name: 'Put off for 2 weeks' }).click();
    await page.getByText('Name of quiet is put off.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back.').waitFor();
    await page.getByRole('button', { name: 'Not now' }).click();
    await page.getByLabel('Why is it no concern?').fill('writes with us by mail');
    await page.getByRole('button', { name: 'Take off my list' }).click();
    await page.getByText('Name of quiet is off your list.').waitFor();
    const steps = await kith.database.owner.selectFrom('care.alertStep').select('reason').orderBy('stepId').execute();
    expect(steps).toEqual([{ reason: null }, { reason: 'writes with us by mail' }]);
    await close();
  });

  test('one note for several', async () => {
    const { page, close } = await kith.opened();
    await enter(page);
    await page.getByRole('checkbox', { name: 'Choose Name of quiet' }).check();
    await page.getByRole('button', { name: 'Wrote to this person' }).click();
    await page.getByText('Noted: you reached out to 1 person.').waitFor();
    await close();
  });

  test('a newcomer’s open first post leads into the learning platform', async () => {
    const { page, close } = await kith.opened();
    await enter(page);
    const post = page.getByRole('link', { name: /Introducing myself/ });
    expect(await post.getAttribute('href')).toBe('https://lms.example/discuss.php?d=t%201#phello%20all%2F1');
    await close();
  });

  test('a choice is in the address, and what nobody fits says so', async () => {
    const { page, close } = await kith.opened();
    await enter(page);
    await page.goto(`${kith.server.url}/monday?pattern=told_us`, { waitUntil: 'networkidle' });
    await page.getByText('Nobody fits this choice.').waitFor();
    await page.getByRole('link', { name: 'Show everyone' }).click();
    await page.getByRole('article').first().waitFor();
    await close();
  });

  test.each([
    ['wide, light', 1320, 'light'],
    ['phone, dark', 390, 'dark'],
  ] as const)('accessible in every state: %s', async (_, width, scheme) => {
    const { page, complaints, close } = await kith.opened(width, scheme);
    await enter(page);
    const clean = async (state: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${state}: ${id} ${nodes[0]!.html}`)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), state).toBe(0);
    };
    await clean('full');
    await page.getByRole('button', { name: 'Log a contact' }).click();
    await clean('logging');
    await page.getByRole('button', { name: 'Not now' }).click();
    await clean('not now');
    await page.getByRole('checkbox', { name: 'Choose Name of quiet' }).check();
    await clean('chosen');
    await page.getByRole('button', { name: /^Put off for 1/ }).click();
    await page.getByText('is put off').waitFor();
    await clean('empty, with undo');
    expect(complaints).toEqual([]);
    await close();
  });
});
