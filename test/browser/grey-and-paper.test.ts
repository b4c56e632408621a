import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeHostileWords } from '../security/hostile-words.ts';
import { roles, type Role } from '../security/hostile-university.ts';
import { pages, type Made } from '../security/pages.ts';
import { openFullUniversity, type FullUniversity } from '../support/full-university.ts';
import { greyTroubles } from '../support/grey-page.ts';
import { printTroubles } from '../support/printed-page.ts';

/** A4 upright with margins of 10 mm, in pixels of CSS. */
const paper = { width: 718, height: 1046 };
/** The fonts of readers differ: what fits only in the narrow ones does not fit. */
const widenFont = `{
  const wider = new CSSStyleSheet();
  wider.replaceSync('* { letter-spacing: 0.04em !important; }');
  document.adoptedStyleSheets = [wider];
}`;
const openFolds = `for (const fold of document.querySelectorAll('main details')) fold.open = true`;
const closeFolds = `for (const fold of document.querySelectorAll('main details')) fold.open = false`;

/** Every page there is, in a full university: what it says can be read without colours, in light and dark, and on paper. */
let kith: FullUniversity;
let made: Made;
const contexts = new Map<Role, BrowserContext>();
beforeAll(async () => {
  kith = await openFullUniversity();
  made = await writeHostileWords(kith);
  for (const role of roles) contexts.set(role, await kith.opened(role));
}, 400_000);
afterAll(() => kith.close());

describe.each(Object.entries(pages))('/%s', (_, { as, paths }) => {
  test(`as ${as}`, async () => {
    const page = await contexts.get(as)!.newPage();
    const troubles: string[] = [];
    for (const address of paths(kith, made)) {
      // The page is opened anew in the dark: what a browser says of colours lags behind when only the scheme is changed.
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ media: 'screen', colorScheme });
        const answer = await page.goto(kith.server.url + address, { waitUntil: 'networkidle' });
        if (answer!.status() >= 400) troubles.push(`${address}: ${answer!.status()}`);
        await page.locator('h1').first().waitFor();
        await page.evaluate(openFolds);
        const found = await page.evaluate<string[]>(greyTroubles);
        troubles.push(...found.map((trouble) => `${address}, ${colorScheme}: ${trouble}`));
      }
      await page.evaluate(closeFolds);
      await page.setViewportSize(paper);
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(widenFont);
      const found = await page.evaluate<string[]>(printTroubles);
      troubles.push(...found.map((trouble) => `${address}, print: ${trouble}`));
      await page.setViewportSize({ width: 1280, height: 900 });
    }
    expect([...new Set(troubles)]).toEqual([]);
    await page.close();
  }, 300_000);
});
