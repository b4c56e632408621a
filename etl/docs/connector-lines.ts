import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Connector } from '../connector.ts';
import { code, table } from './markdown.ts';

const root = path.resolve(import.meta.dirname, '../extract');

/** Lines of each module of a connector, the shortest first. */
export function linesOf(connector: string): number[] {
  const folder = path.join(root, connector);
  const modules = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const lines = modules.map((name) => readFileSync(path.join(folder, name), 'utf8').split('\n').length - 1);
  return lines.sort((a, b) => a - b);
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
/** Of numbers in order; of an even count the higher of the two in the middle. */
export const middle = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? 0;

/** To the nearest ten, so that the page does not change with every line. */
const about = (lines: number): string => `${Math.max(10, Math.round(lines / 10) * 10)}`;

/** What a connector takes to write: its folder, each of its variants, each of its modules. */
export function linesTable(connectors: readonly Connector[]): string {
  const all = connectors.map(({ id, about: { variants } }) => ({ id, variants, modules: linesOf(id) }));
  const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);
  const middles = [
    '**the one in the middle**',
    about(middle(sorted(all.map(({ modules }) => sum(modules))))),
    about(middle(sorted(all.map(({ modules, variants }) => sum(modules) / variants.length)))),
    about(middle(sorted(all.flatMap(({ modules }) => modules)))),
  ];
  const rows = all.map(({ id, variants, modules }) => [
    code(id),
    about(sum(modules)),
    about(sum(modules) / variants.length),
    about(middle(modules)),
  ]);
  return table(
    ['connector', 'lines of its folder', 'lines for each variant', 'lines of the module in the middle'],
    [...rows, middles],
  );
}
