import AxeBuilder from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { enter, openMonday } from '../support/open-monday.ts';

describe('notes in the browser', () => {
  let kith: Awaited<ReturnType<typeof openMonday>>;
  beforeAll(async () => {
    kith = await openMonday();
  }, 240_000);
  afterAll(() => kith.close());
  afterEach(() => kith.reset());

  test.each([
    ['wide, light', 1280, 'light'],
    ['phone, dark', 390, 'dark'],
  ] as const)('written, shown as present, opened and written anew: %s', async (_, width, scheme) => {
    const { page, complaints, close } = await kith.opened(width, scheme);
    await enter(page);
    await page.getByRole('link', { name: 'Name of quiet' }).first().click();
    await page.getByText('Write a note').click();
    await page.getByRole('textbox', { name: /^Note/ }).fill('Prefers mornings.');
    await page.getByRole('radio', { name: /^Restricted note/ }).check();
    await page.getByText('Besides you').waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]!.html}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await page.getByRole('button', { name: 'Keep the note' }).click();
    await page.getByText('The note is kept.').waitFor();
    expect(await page.getByText('Prefers mornings.').count()).toBe(0);
    await page.getByRole('link', { name: 'Read it' }).click();
    await page.getByText('Prefers mornings.').first().waitFor();
    await page.getByText('Write it anew').click();
    await page.getByRole('textbox', { name: 'Note', exact: true }).fill('Prefers evenings.');
    await page.getByRole('button', { name: 'Keep this version' }).click();
    await page.getByText('The note is kept.').waitFor();
    await page.getByText('1 earlier version').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
