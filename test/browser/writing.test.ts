import AxeBuilder from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { enter, openMonday } from '../support/open-monday.ts';

describe('writing to a learner', () => {
  let kith: Awaited<ReturnType<typeof openMonday>>;
  beforeAll(async () => {
    kith = await openMonday();
  }, 240_000);
  afterAll(() => kith.close());
  afterEach(() => kith.reset());

  test('a message: refused with a word of scores, then sent after a second look, and noted', async () => {
    const { page, complaints, close } = await kith.opened();
    await enter(page);
    await page.getByRole('link', { name: /^Write to/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Write to Name of quiet' }).waitFor();
    await page.waitForLoadState('networkidle');
    const text = page.getByLabel('Message');
    const friendly = await text.inputValue();
    expect(friendly).toContain('Small course');
    await text.fill('You are at risk here.');
    await page.getByRole('button', { name: 'Send by e-mail' }).click();
    await page.getByRole('button', { name: 'Yes, send it' }).click();
    await page.getByText(/“at risk”/).waitFor();
    expect(await text.inputValue()).toBe('You are at risk here.');
    expect(kith.mail.taken).toEqual([]);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
    await text.fill(friendly);
    await page.getByRole('button', { name: 'Send by e-mail' }).click();
    await page.getByRole('button', { name: 'Yes, send it' }).click();
    await page.getByText('Done, and noted.').waitFor();
    expect((await kith.mail.next()).to).toEqual(['quiet@example.edu']);
    expect(await page.getByRole('article').count()).toBe(0);
    expect(complaints.filter((one) => !one.includes('400'))).toEqual([]);
    await close();
  });
});
