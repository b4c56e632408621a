import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enter, openMonday } from '../support/open-monday.ts';

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
}, 240_000);
afterAll(() => kith.close());

test.each([
  ['wide, light', 1280, 'light'],
  ['phone, dark', 390, 'dark'],
] as const)(
  'groups are mixed with the keyboard, taken along, and accessible: %s',
  async (_, width, scheme) => {
    const { page, complaints, close } = await kith.opened(width, scheme);
    await enter(page);
    await page.goto(course, { waitUntil: 'networkidle' });
    await page.getByRole('link', { name: 'Mix groups' }).click();
    await page.getByRole('heading', { name: 'Group 1', exact: true }).waitFor();
    const shown = () => page.locator('.groups').innerText();

    await page.getByLabel('Learners in a group').fill('2');
    await page.getByLabel('Learners in a group').press('Enter');
    await page.waitForURL(/size=2/);
    await page.getByRole('heading', { name: 'Group 2', exact: true }).waitFor();
    const first = await shown();
    await page.getByRole('link', { name: 'Mix again' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/again=1/);
    await page.getByRole('heading', { name: 'Group 2', exact: true }).waitFor();
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('again'));
    await expect.poll(shown, { timeout: 60_000 }).toBe(first);

    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]!.html}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);

    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as CSV' }).press('Enter');
    const file = await readFile(await (await coming).path(), 'utf8');
    expect(file).toMatch(/^\uFEFFGroup,Name\r\nGroup 1,Name of /);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy as text' }).press('Enter');
    await page.getByText('Copied.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^Group 1\nName of /);
    expect(complaints).toEqual([]);
    await close();
  },
  240_000,
);
