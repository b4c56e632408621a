import AxeBuilder from '@axe-core/playwright';
import { formatsFor } from '@kith/dashboard/lib/format/formats.ts';
import { de } from '@kith/dashboard/messages/de.ts';
import { en } from '@kith/dashboard/messages/en.ts';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHostileUniversity, roles, type HostileUniversity, type Role } from '../security/hostile-university.ts';
import { writeHostileWords } from '../security/hostile-words.ts';
import { pages, type Made } from '../security/pages.ts';

/** Every page there is, for somebody whose browser asks for German: German, accessible, and wide enough for long words. */
let kith: HostileUniversity;
let made: Made;
const contexts = new Map<Role, BrowserContext>();
beforeAll(async () => {
  kith = await openHostileUniversity();
  made = await writeHostileWords(kith);
  for (const role of roles) contexts.set(role, await kith.opened(role, { locale: 'de-DE' }));
}, 240_000);
afterAll(() => kith.close());

/** Sentences without a number in them, by their text. */
function fixed(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  if (typeof node !== 'object' || node === null) return [];
  return Object.values(node).flatMap(fixed);
}

const german = new Set(fixed(de(formatsFor('de-DE'))));
const english = new Set(fixed(en(formatsFor('en-GB'))).filter((text) => !german.has(text)));

/** Words that a sentence of ours is hardly without, and that are no German. Names and titles of the test hold none. */
const englishWord = /\b(?:the|and|of|is|are|this|with|have|nobody|somebody|people|learners?|they|their|you|your)\b/i;

/** What is read or heard on the page: texts, labels and titles outside what says that it is English. */
const readable = `(() => {
  const said = [];
  const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement;
    if (!parent.closest('[lang="en"], script, style, noscript, svg title[lang]')) said.push(walk.currentNode.textContent);
  }
  for (const one of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]'))
    if (!one.closest('[lang="en"]'))
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) said.push(one.getAttribute(name) ?? '');
  return said.map((text) => text.trim().replaceAll(/\\s+/g, ' ')).filter((text) => text !== '');
})()`;

/** What somebody else wrote, in whatever language: the test's names and texts, and what a source says of its rows. */
const data =
  /planted|Kith's own CSV templates and NDJSON records|@example\.edu|Name of |Thread of |Person \d|^kith |\bnative\b/;

const openFolds = `for (const fold of document.querySelectorAll('main details')) fold.open = true`;

async function leftIn(page: Page): Promise<string[]> {
  const said = await page.evaluate<string[]>(readable);
  return said.filter((text) => english.has(text) || (englishWord.test(text) && !data.test(text)));
}

describe.each(Object.entries(pages))('/%s', (_, { as, paths }) => {
  test(`as ${as}`, async () => {
    const page = await contexts.get(as)!.newPage();
    const left: string[] = [];
    for (const address of paths(kith, made)) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(kith.server.url + address, { waitUntil: 'networkidle' });
      await page.locator('h1').first().waitFor();
      expect(await page.getAttribute('html', 'lang'), address).toBe('de-DE');
      await page.evaluate(openFolds);
      left.push(...(await leftIn(page)));
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        for (const dir of ['rtl', 'ltr']) {
          await page.evaluate(`document.documentElement.dir = '${dir}'`);
          const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
          expect(wider, `${address} at ${String(width)}, ${dir}`).toBe(0);
        }
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => `${address}: ${id} ${nodes[0]!.html}`)).toEqual([]);
    }
    expect([...new Set(left)]).toEqual([]);
    await page.close();
  });
});
