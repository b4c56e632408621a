import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { makeLink } from '@kith/etl/identity/sign-in-link.ts';
import { addUser } from '@kith/etl/identity/people.ts';
import { addGrant } from '@kith/etl/organisation/grants.ts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { enter, openMonday } from '../support/open-monday.ts';

describe('cases in the browser', () => {
  let kith: Awaited<ReturnType<typeof openMonday>>;
  let supportId: number;
  beforeAll(async () => {
    kith = await openMonday();
    const { institutionId } = kith;
    const { personId } = await addUser(kith.database.db, institutionId, {
      name: 'Sam Support',
      email: 'sam@example.edu',
    });
    await addGrant(kith.database.db, institutionId, personId, 'support');
    supportId = personId;
  }, 240_000);
  afterAll(() => kith.close());
  afterEach(() => kith.reset());

  const supportLink = async () =>
    `${kith.server.url}/sign-in?token=${await makeLink(kith.database.db, { institutionId: kith.institutionId, personId: supportId, hours: 1 })}`;

  async function clean(page: Page, state: string) {
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${state}: ${id} ${nodes[0]!.html}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), state).toBe(0);
  }

  async function handOver(page: Page) {
    await page.getByRole('button', { name: 'Open a case' }).click();
    await page.getByLabel(/What is it about/).fill('Has moved, and knows nobody here.');
    await page.getByRole('radio', { name: 'Student support' }).check();
  }

  test('handed over from Monday, taken and closed by support, and the word back is read', async () => {
    const { page, complaints, close } = await kith.opened();
    await enter(page);
    await handOver(page);
    await page.getByRole('button', { name: 'Open the case' }).click();
    await page.getByText('Student support has the case of Name of quiet.').waitFor();
    expect(await page.getByRole('article').count()).toBe(0);
    await page.getByRole('heading', { name: 'Open cases' }).waitFor();

    await page.context().clearCookies();
    await page.goto(await supportLink(), { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: /continue/i }).click();
    await page.getByRole('heading', { level: 1, name: '1 open case, due first' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByText('Has moved, and knows nobody here.').waitFor();
    await page.getByRole('button', { name: 'Take it on' }).click();
    await page.getByText('You take care of Name of quiet’s case.').waitFor();
    await page.getByText('Close the case').click();
    await page.getByRole('radio', { name: /^Reached/ }).check();
    await page.getByLabel(/Word back/).fill('We met; a study group takes them in.');
    await page.getByRole('button', { name: 'Close it' }).click();
    await page.getByText('The case of Name of quiet is closed.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Taken back.').waitFor();
    await page.getByRole('heading', { level: 1, name: '1 open case, due first' }).waitFor();
    await page.getByText('Close the case').click();
    await page.getByRole('radio', { name: /^Reached/ }).check();
    await page.getByLabel(/Word back/).fill('We met; a study group takes them in.');
    await page.getByRole('button', { name: 'Close it' }).click();
    await page.getByRole('heading', { level: 1, name: 'No open case was handed over' }).waitFor();
    await clean(page, 'support, all closed');

    await page.context().clearCookies();
    await page.goto(await kith.link(), { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: /continue/i }).click();
    await page.getByText('We met; a study group takes them in.').waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: /^Read/ }).click();
    await page.getByText('We met; a study group takes them in.').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });

  test('from the learner’s page with the keyboard, and undo', async () => {
    const { page, complaints, close } = await kith.opened();
    await enter(page);
    await page.keyboard.press('j');
    await page.keyboard.press('o');
    await page.getByRole('heading', { name: 'Cases' }).waitFor();
    await page.waitForLoadState('networkidle');
    await page.getByText('Open a case').press('Enter');
    await page.getByLabel(/What is it about/).press('A');
    await page.getByRole('button', { name: 'Open the case' }).press('Enter');
    await page.getByText('A case for Name of quiet is open, and yours.').waitFor();
    await page.getByRole('button', { name: 'Undo' }).press('Enter');
    await page.getByText('Opened by mistake').first().waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test.each([
    ['wide, light', 1280, 'light'],
    ['phone, dark', 390, 'dark'],
  ] as const)('accessible in every state: %s', async (_, width, scheme) => {
    const { page, complaints, close } = await kith.opened(width, scheme);
    await enter(page);
    await handOver(page);
    await clean(page, 'opening');
    await page.getByRole('button', { name: 'Open the case' }).click();
    await page.getByText('Student support has the case').waitFor();
    await clean(page, 'monday with a case');
    await page.getByRole('link', { name: 'Name of quiet' }).first().click();
    await page.getByRole('heading', { name: 'Cases' }).waitFor();
    await clean(page, 'learner with a case');
    await page.context().clearCookies();
    await page.goto(await supportLink(), { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: /continue/i }).click();
    await page.getByRole('heading', { level: 1, name: '1 open case, due first' }).waitFor();
    await page.getByText('Close the case').click();
    await page.getByText('Change the day').click();
    await clean(page, 'support, forms open');
    expect(complaints).toEqual([]);
    await close();
  });
});
