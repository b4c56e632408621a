import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { indicators } from '@kith/etl/indicators/index.ts';

const etl = path.join(import.meta.dirname, '../../etl');
const filesBelow = (folder: string): string[] =>
  readdirSync(path.join(etl, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(etl, folder, file));

/** Every file that a file can reach by its imports, types left aside: a type carries no number. */
function reach(start: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const queue = [...start];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, from] of text.matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)';/gm)) {
      queue.push(path.resolve(path.dirname(file), from!));
    }
  }
  return seen;
}

const scoring = reach([...filesBelow('score'), ...filesBelow('compute/signals')]);
const inEtl = [...scoring].map((file) => path.relative(etl, file));

describe('what a score can reach', () => {
  test('no indicator: the registry reads the score, never the other way round', () => {
    expect(inEtl.filter((file) => file.startsWith('indicators/') || file.startsWith('health/'))).toEqual([]);
  });

  test('no measure that is for display only', () => {
    const display = [
      'betweenness',
      'harmonic-closeness',
      'eigenvector',
      'pagerank',
      'k-core',
      'clustering',
      'constraint',
    ];
    expect(inEtl.filter((file) => display.some((measure) => file === `measures/${measure}.ts`))).toEqual([]);
  });

  test('no grade, no outcome, no award, nothing about who somebody is', () => {
    for (const file of scoring) {
      const text = readFileSync(file, 'utf8');
      expect(text, file).not.toMatch(
        /core\.(known_)?(outcome|award)|identity\.attribute|facts\/regions|max_score|\.grade\b/,
      );
    }
    expect(inEtl).not.toContain('compute/facts/regions.ts');
  });

  test('the walk finds what is there: the signals reach the contacts, the score its medians', () => {
    expect(inEtl).toEqual(
      expect.arrayContaining(['compute/signals/contact.ts', 'measures/median.ts', 'score/bands.ts']),
    );
  });
});

describe('the registry', () => {
  test('is in alphabetical order, each id once', () => {
    const ids = indicators.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  test.each(indicators.map((indicator) => [indicator.id, indicator] as const))(
    '%s says all that must be said',
    (_, one) => {
      expect(one.title).toMatch(/^[A-Z]/);
      expect(one.question).toMatch(/\?$/);
      expect(one.unit).not.toBe('');
      expect(one.range).toHaveLength(2);
      expect(one.range[0] ?? -Infinity).toBeLessThan(one.range[1] ?? Infinity);
      expect(['higher', 'lower', 'neither']).toContain(one.better);
      expect(one.sentence).toContain('{x}');
      expect(one.minimum).not.toBe('');
      expect(one.formula, 'a formula is more than a number in a catalogue').toMatch(/^[A-Z0-9(].{20,}\.$/s);
      expect(one.source).not.toMatch(/^[SC]\d\d/);
      expect(one.themes.length + one.constructs.length).toBeGreaterThan(0);
      expect(one.roles.length).toBeGreaterThan(0);
      expect(one.catalogue.startsWith('S')).toBe(one.of === 'learner');
      expect(one.version).toBeGreaterThan(0);
      expect(one.pitfalls.length).toBeGreaterThan(0);
      expect(one.needs.length).toBeGreaterThan(0);
    },
  );

  test('every indicator of the catalogue has an entry', () => {
    const entries = new Set<string>(indicators.map(({ catalogue: code }) => code));
    const catalogue = [
      ...Array.from({ length: 38 }, (_, index) => `S${String(index + 1).padStart(2, '0')}`),
      ...Array.from({ length: 34 }, (_, index) => `C${String(index + 1).padStart(2, '0')}`),
    ];
    expect(catalogue.filter((code) => !entries.has(code))).toEqual([]);
    expect([...entries].filter((code) => !catalogue.includes(code))).toEqual([]);
  });
});
