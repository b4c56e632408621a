import { halfLifeDays, windowMs } from '../compute/signals/contact.ts';
import type { Tie } from '../tie.ts';
import { ties } from '../ties/index.ts';
import { docstrings } from './docstrings.ts';
import { code, plain, table } from './markdown.ts';

const docs = docstrings(new URL('../tie.ts', import.meta.url));
const all: readonly Tie[] = ties;

/** Kinds of tie, with weights and limits. */
export const tiesPart = (): string =>
  [
    '## Ties',
    `A weight of 1 is one direct reply. It halves every ${halfLifeDays} days and is gone after ${windowMs / 86_400_000}.`,
    plain(docs.get('Layer') ?? ''),
    table(
      ['kind', 'question', 'weight', 'limit', 'layer', 'direction', 'source'],
      all.map(({ kind, question, weight, layer, directed, source }) => [
        code(kind),
        plain(question),
        plain(`${weight.base} per ${weight.per}`),
        plain(weight.limit ?? ''),
        code(layer),
        directed ? 'directed' : 'both ways',
        plain(source),
      ]),
    ),
  ].join('\n\n');
