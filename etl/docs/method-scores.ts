import { componentAbouts, type ComponentAbout } from '../score/about.ts';
import type { ScoreDefinition } from '../score/definition.ts';
import { isolation } from '../score/isolation.ts';
import { presenceSignal } from '../score/presence-signal.ts';
import { docstrings } from './docstrings.ts';
import { code, list, plain, table } from './markdown.ts';
import { numbersOf } from './numbers.ts';

const docs = docstrings(new URL('../score/definition.ts', import.meta.url));

/** Both scores: their components and every number of their definitions. */
export const scoresPart = (): string =>
  [
    '## Isolation score',
    weights(isolation),
    '### Usual values',
    list(['atLeast', 'atMost', 'fallback'].map((name) => `${code(name)}: ${plain(docs.get(`Usual.${name}`) ?? '')}`)),
    table(
      ['component', 'atLeast', 'atMost', 'fallback'],
      Object.entries(isolation.usual).map(([id, { atLeast, atMost, fallback }]) => [
        code(id),
        ...[atLeast, atMost, fallback].map(String),
      ]),
    ),
    '### Thresholds and limits',
    numberTable(isolation),
    '## Presence signal',
    'Given instead of the isolation score where nobody can see who talks to whom. What is not named here is as above.',
    weights(presenceSignal),
    numberTable(presenceSignal, isolation),
    '## Components',
    ...componentAbouts.map(component),
  ].join('\n\n');

const weights = ({ id, version, weights: points }: ScoreDefinition): string =>
  `Definition ${code(id)}, version ${version}. Points each component can add when all are known:\n\n` +
  table(
    ['component', 'points'],
    Object.entries(points).map(([component, weight]) => [`[${code(component)}](#${component})`, String(weight)]),
  );

/** All numbers of a definition but those with a table of their own; beside another, only what differs. */
function numberTable(definition: ScoreDefinition, beside?: ScoreDefinition): string {
  const known = beside && new Map(numbersOf(limitsOf(beside)));
  const rows = numbersOf(limitsOf(definition)).filter(([path, value]) => known?.get(path) !== value);
  return table(
    ['name', 'value', 'meaning'],
    rows.map(([path, value]) => [code(path), value, plain(meaningOf(path))]),
  );
}

function limitsOf({ id: _id, version: _version, weights: _weights, usual: _usual, ...limits }: ScoreDefinition) {
  return limits;
}

/** What is said of the number, else of the group it belongs to. */
function meaningOf(path: string): string {
  const group = path.split('.').slice(0, -1).join('.');
  return docs.get(`ScoreDefinition.${path}`) ?? docs.get(`ScoreDefinition.${group}`) ?? '';
}

const component = ({ id, title, question, unit, formula, minimum, needs, source, pitfalls }: ComponentAbout): string =>
  [
    `### ${id}`,
    `**${plain(title)}.** ${plain(question)}`,
    list([
      `Unit: ${plain(unit)}`,
      `Formula: ${plain(formula)}`,
      `Needs: ${needs.join(' or ')}; ${plain(minimum)}`,
      `Source: ${plain(source)}`,
      `Pitfalls: ${plain(pitfalls)}`,
    ]),
  ].join('\n\n');
