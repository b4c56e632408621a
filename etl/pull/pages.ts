import { z } from 'zod';

import { ask, type Asking } from './ask.ts';
import { StoreError } from './store-error.ts';

const Answer = z.object({ statements: z.array(z.unknown()), more: z.string().nullish() });

export interface Window {
  /** Exclusive; undefined: from the beginning. */
  readonly since: Date | undefined;
  /** Inclusive. */
  readonly until: Date;
}

export interface StatementPage {
  readonly statements: readonly unknown[];
  /** What the store says it is consistent through; undefined: it does not say. */
  readonly through: Date | undefined;
}

/** Every page of a window, oldest first. Throws StoreError. */
export async function* pagesOf(
  endpoint: string,
  { since, until }: Window,
  asking: Asking,
): AsyncGenerator<StatementPage> {
  const first = new URL(`${endpoint}/statements`);
  first.searchParams.set('ascending', 'true');
  if (since) first.searchParams.set('since', since.toISOString());
  first.searchParams.set('until', until.toISOString());
  const seen = new Set<string>();
  for (let url: URL | undefined = first; url !== undefined;) {
    const { headers, json } = await ask(url, asking);
    const checked = Answer.safeParse(json);
    if (!checked.success)
      throw new StoreError(
        `${url.origin} answered with JSON that is no list of statements.`,
        'Check the address: it is that of the xAPI endpoint.',
      );
    const said = new Date(headers.get('x-experience-api-consistent-through') ?? NaN);
    yield { statements: checked.data.statements, through: Number.isNaN(said.getTime()) ? undefined : said };
    seen.add(url.href);
    url = nextOf(url, checked.data.more ?? '');
    if (url && seen.has(url.href))
      throw new StoreError(`"more" of ${url.origin} leads in a circle.`, 'Report it to the maker of the store.');
  }
}

/** "more" is relative to the host. A credential goes to no other. */
function nextOf(here: URL, more: string): URL | undefined {
  if (more === '') return undefined;
  const next = URL.canParse(more, here.href) ? new URL(more, here) : undefined;
  if (next?.origin === here.origin) return next;
  throw new StoreError(
    `"more" of ${here.origin} leads to another host.`,
    'Configure the address that the store itself uses.',
  );
}
