import type { Locator, Page } from 'playwright-core';

/** Whom the page names, as it stands there. */
export interface Named {
  readonly courseId: number;
  readonly personId: number;
  /** Why, in the words of the card or of the line. */
  readonly why: string;
  /** Only in the list behind the cards, and marked as next in line. */
  readonly queued: boolean;
}

export interface SeenMonday {
  /** In cards, from the top. */
  readonly cards: readonly Named[];
  /** Behind "n more wait", which was opened. */
  readonly more: readonly Named[];
  readonly headline: string;
  /** "12 more people wait", or empty. */
  readonly moreSays: string;
}

export type Act = 'log' | 'snooze' | 'dismiss' | 'bulk';

/** What an instructor does on the Monday page, by what they see and click; of the API they know nothing. */
export function mondayInstructor(page: Page) {
  const cards = page.getByRole('list', { name: 'People to reach out to' }).getByRole('listitem');
  const fold = page.locator('details').filter({ hasText: /more (?:person waits|people wait)/ });
  const cardOf = ({ courseId, personId }: Named): Locator =>
    page.getByRole('article').filter({ has: page.locator(`h3 a[href="/courses/${courseId}/people/${personId}"]`) });

  return {
    async read(): Promise<SeenMonday> {
      const some = (await fold.count()) > 0;
      if (some && (await fold.getAttribute('open')) === null) await fold.locator('summary').click();
      const lines = some ? await fold.getByRole('listitem').all() : [];
      return {
        headline: await page.getByRole('heading', { level: 1 }).innerText(),
        moreSays: some ? await fold.locator('summary').innerText() : '',
        cards: await Promise.all((await cards.all()).map((card) => namedIn(card, 'h3 a, .body p:first-child, .side'))),
        more: await Promise.all(lines.map((line) => namedIn(line, ':scope > *'))),
      };
    },

    /** One person's card: a contact by telephone, put off for a week, or no concern, with a reason. */
    async act(how: Exclude<Act, 'bulk'>, named: Named): Promise<void> {
      const card = cardOf(named);
      await card.getByRole('button', { name: how === 'log' ? 'Log a contact' : 'Not now' }).click();
      if (how === 'log') {
        await card.getByRole('radio', { name: 'Call' }).check();
        await card.getByRole('button', { name: 'Note it' }).click();
      } else if (how === 'snooze') await card.getByRole('button', { name: 'Put off for 1 week' }).click();
      else {
        await card.getByLabel('Why is it no concern?').fill('Prefers to study alone');
        await card.getByRole('button', { name: 'Take off my list' }).click();
      }
      await card.waitFor({ state: 'detached' });
    },

    /** "Wrote to all five." */
    async actOnAll(people: readonly Named[]): Promise<void> {
      for (const one of people)
        await cardOf(one)
          .getByRole('checkbox', { name: /^Choose / })
          .check();
      await page
        .getByRole('button', { name: people.length === 1 ? 'Wrote to this person' : `Wrote to all ${people.length}` })
        .click();
      for (const one of people) await cardOf(one).waitFor({ state: 'detached' });
    },
  };
}

/** Who it is stands in the link of the name. */
async function namedIn(place: Locator, words: string): Promise<Named> {
  const address = await place.locator('a[href*="/people/"]').first().getAttribute('href');
  const [, courseId, personId] = /^\/courses\/(\d+)\/people\/(\d+)/.exec(address ?? '') ?? [];
  const why = (await place.locator(words).allInnerTexts()).join(' · ');
  return { courseId: Number(courseId), personId: Number(personId), why, queued: why.includes('next in line') };
}
