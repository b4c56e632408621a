import AxeBuilder from '@axe-core/playwright';
import { storeDivisions } from '@kith/etl/divisions/store-divisions.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { openPages } from '../support/open-pages.ts';

/** A lead reads on a programme's page how regions and time zones attend, in a real browser. */
const { kith, server, openAs, close } = await openPages();
afterAll(close);

const programme = `${server.url}/programmes/${String(kith.humanities)}`;

/** The university of the tests says of nobody where they live: its parts are given regions and zones. */
async function settle(regions: Readonly<Record<string, readonly [people: number, rate: number]>>, unknown: number) {
  const cells = Object.entries(regions).flatMap(([name, [people, rate]]) =>
    [
      ['region', name],
      ['timeZone', `Europe/${name}`],
    ].flatMap((key) => [
      [JSON.stringify(key), people],
      [JSON.stringify([...key, 'rate']), people * rate],
    ]),
  );
  const pool = Object.fromEntries([...cells, ['["region"]', unknown]]) as Record<string, number>;
  await sql`
    update insight.unit_pool set pools = pools || jsonb_build_object('attendance_gap', ${JSON.stringify(pool)}::jsonb)`.execute(
    kith.database.owner,
  );
  const { rows } = await sql<{ week: string }>`select max(week_start) as week from insight.unit_week`.execute(
    kith.database.owner,
  );
  await storeDivisions(kith.database.db, kith.institutionId, [rows[0]!.week]);
}

beforeAll(() => settle({ North_Coast: [42, 0.8], South: [31, 0.5], Hills: [4, 0.9] }, 17));

test('a sentence first, then the numbers it is made of', async () => {
  const { page, close } = await openAs(kith.staff.lead);
  await page.goto(programme, { waitUntil: 'networkidle' });
  await page
    .getByText(
      /^Learners in South attend 30 sessions fewer in a hundred than those in North Coast \(95% interval: 8 to/,
    )
    .waitFor();
  await page.getByText(/^Learners who sit in Europe\/South attend 30 sessions fewer/).waitFor();
  await page.getByText('Of about 15 more, nobody says in which region they live.').waitFor();
  expect(await page.getByRole('row', { name: /^North Coast 40 80%/ }).count()).toBe(1);
  expect(await page.locator('main').innerText()).not.toContain('Hills');
  await close();
});

test.each([
  ['wide, light', 1280, 'light'],
  ['wide, dark', 1280, 'dark'],
  ['phone, light', 390, 'light'],
  ['phone, dark', 390, 'dark'],
] as const)('accessible, and fits: %s', async (_, width, scheme) => {
  const { page, complaints, close } = await openAs(kith.staff.lead, width, scheme);
  await page.goto(programme, { waitUntil: 'networkidle' });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]!.html}`)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
  expect(complaints).toEqual([]);
  const shots = process.env.KITH_SHOTS;
  if (shots !== undefined)
    await page.screenshot({ path: `${shots}/divisions-${String(width)}-${scheme}.png`, fullPage: true });
  await close();
});

test('a difference that may be chance is said to be', async () => {
  await settle({ North_Coast: [12, 0.6], South: [11, 0.5] }, 0);
  const { page, close } = await openAs(kith.staff.lead);
  await page.goto(programme, { waitUntil: 'networkidle' });
  await page.getByText('The interval reaches zero: the difference may be chance.').first().waitFor();
  await close();
});
