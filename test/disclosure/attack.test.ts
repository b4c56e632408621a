import { branchesOf, type Branch } from '@kith/etl/disclosure/branch.ts';
import { suppressTree } from '@kith/etl/disclosure/hierarchy.ts';
import type { LeftOut } from '@kith/etl/disclosure/range.ts';
import { suppress } from '@kith/etl/disclosure/hypercube.ts';
import { describe, expect, test } from 'vitest';
import { attack } from './attacker.ts';
import { university } from './simulated.ts';

const rule = { least: 5, width: 5 };

/** In the last three, tables that share a row take from each other. */
const seeds = [...Array.from({ length: 12 }, (_, seed) => seed + 1), 63, 86, 118];
const small = (count: number): boolean => count > 0 && count < rule.least;

/** Only what is small is left out, and nothing to protect it. */
const onlySmall = (root: Branch): LeftOut =>
  new Map(branchesOf(root).map(({ key, counts }) => [key, counts.map(small)]));

/** Every table for itself, as reports are that know nothing of each other. */
function oneByOne(root: Branch): LeftOut {
  const out = new Map<string, readonly boolean[]>();
  for (const { key, counts, below } of branchesOf(root).filter((branch) => branch.below.length > 0)) {
    const rows = [...below, { key, counts }];
    const pattern = suppress({ counts: rows.map((row) => row.counts) }, rule)!;
    // Told in one of two reports is told.
    rows.forEach((row, place) =>
      out.set(
        row.key,
        pattern[place]!.map((left, column) => left && (out.get(row.key)?.[column] ?? true)),
      ),
    );
  }
  return out;
}

const exactly = (root: Branch, released: LeftOut) =>
  attack(root, released).filter(({ low, high }) => high - low < 1 - 1e-6);

describe('an attacker with a linear program and everything that was released', () => {
  test.each(seeds)('finds no cell that was left out, in university %i', (seed) => {
    const root = university(seed);
    const released = suppressTree(root, rule);
    for (const { key, counts } of branchesOf(root)) {
      counts.forEach((count, column) => {
        if (small(count)) expect(released.get(key)![column], key).toBe(true);
      });
    }
    const found = attack(root, released);
    expect(found.length).toBeGreaterThan(0);
    for (const { key, column, count, low, high } of found) {
      expect(low, `${key} ${String(column)}`).toBeLessThanOrEqual(count + 1e-6);
      expect(high, `${key} ${String(column)}`).toBeGreaterThanOrEqual(count - 1e-6);
      expect(high - low, `${key} ${String(column)}`).toBeGreaterThanOrEqual(rule.width - 1e-6);
    }
  });

  test('finds some where only the small cells are left out', () => {
    expect(seeds.flatMap((seed) => exactly(university(seed), onlySmall(university(seed)))).length).toBeGreaterThan(10);
  });

  test('finds some where two reports that overlap know nothing of each other', () => {
    expect(seeds.flatMap((seed) => exactly(university(seed), oneByOne(university(seed)))).length).toBeGreaterThan(0);
  });

  test('is left something to read: most cells are told', () => {
    const told = seeds.flatMap((seed) => [...suppressTree(university(seed), rule).values()].flat());
    expect(told.filter((left) => !left).length / told.length).toBeGreaterThan(0.25);
  });
});
