import { alertRule } from '../score/alerts.ts';
import { type Pattern, patterns } from '../score/patterns.ts';
import { docstrings } from './docstrings.ts';
import { code, plain, table } from './markdown.ts';
import { numbersOf } from './numbers.ts';

const docs = docstrings(new URL('../score/alerts.ts', import.meta.url));
const all: readonly [string, Pattern][] = Object.entries(patterns);

/** The named patterns, and the budget of alerts. */
export const alertsPart = (): string =>
  [
    '## Patterns',
    table(
      ['pattern', 'title', 'first step', 'fires', 'can alert'],
      all.map(([id, { title, firstStep, fires, alerts }]) => [
        code(id),
        plain(title),
        plain(firstStep),
        fires.replaceAll('_', ' '),
        alerts ? 'yes' : 'no',
      ]),
    ),
    '## Alerts',
    table(
      ['name', 'value', 'meaning'],
      numbersOf(alertRule).map(([name, value]) => [code(name), value, plain(docs.get(`AlertRule.${name}`) ?? '')]),
    ),
  ].join('\n\n');
