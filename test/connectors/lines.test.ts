import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../etl/extract');

/** Lines of the modules of each connector, the longest first. */
function linesOf(connector: string): number[] {
  const folder = path.join(root, connector);
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  return files.map((name) => readFileSync(path.join(folder, name), 'utf8').split('\n').length).sort((a, b) => b - a);
}

const middle = (sorted: readonly number[]) => sorted[Math.floor(sorted.length / 2)]!;

test('a module of a connector says only how its source differs: the median is under 90 lines', () => {
  const connectors = readdirSync(root, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? entry.name : [],
  );
  const modules = connectors
    .filter((name) => name !== 'mappings')
    .flatMap(linesOf)
    .sort((a, b) => a - b);
  expect(modules.length).toBeGreaterThan(100);
  expect(middle(modules)).toBeLessThan(90);
  expect(modules.at(-1)).toBeLessThanOrEqual(220);
});
