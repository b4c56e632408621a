import { mayTell, type MayTell, type Place } from '@kith/etl/divisions/pattern.ts';
import { randomOf } from '@kith/etl/simulate/random.ts';
import { describe, expect, test } from 'vitest';

import { rangeOf, type Known } from '../disclosure/told.ts';

/** Three programmes in two faculties, with learners of four regions: many in two of them, few in the others. */
function university(seed: number): Place {
  const random = randomOf(seed, 'divisions');
  let unitId = 0;
  const sum = (below: readonly Place[]): Place => {
    const people = new Map<string, number>();
    for (const { cells } of below)
      for (const one of cells) people.set(one.name, (people.get(one.name) ?? 0) + one.people);
    return place(
      [...people],
      below.reduce((all, { unknown }) => all + unknown, 0),
      below,
    );
  };
  const place = (people: readonly (readonly [string, number])[], unknown: number, below: readonly Place[]): Place => ({
    unitId: unitId++,
    cells: people.filter(([, many]) => many > 0).map(([name, many]) => ({ name, people: many, sum: many / 2 })),
    unknown,
    below,
  });
  const programme = (): Place =>
    place(
      [
        ['north', random.whole(10, 40)],
        ['south', random.whole(0, 25)],
        ['east', random.whole(0, 12)],
        ['west', random.whole(0, 5)],
      ],
      random.whole(0, 15),
      [],
    );
  return sum([sum([programme(), programme()]), sum([programme(), programme(), programme()])]);
}

const placesOf = (place: Place): Place[] => [place, ...place.below.flatMap(placesOf)];
const programmesOf = (place: Place): Place[] =>
  place.below.length === 0 ? [place] : place.below.flatMap(programmesOf);
const peopleIn = (place: Place, name: string) => place.cells.find((one) => one.name === name)?.people ?? 0;
const sumOf = (place: Place, name: string) =>
  Object.fromEntries(programmesOf(place).map(({ unitId }) => [`${String(unitId)} ${name}`, 1]));

const names = ['north', 'south', 'east', 'west'];

/** The least and most of every few learners that are not told, from everything that is, to the one. */
function few(root: Place, told: ReadonlyMap<number, Pick<MayTell, 'cells'>>) {
  const known = placesOf(root).flatMap((place): Known[] =>
    told.get(place.unitId)!.cells.map(({ name, people }) => ({ sum: sumOf(place, name), low: people, high: people })),
  );
  return placesOf(root).flatMap((place) =>
    names.flatMap((name) => {
      const people = peopleIn(place, name);
      if (people === 0 || people >= 10) return [];
      const [low, high] = rangeOf(known, sumOf(place, name));
      return [{ people, low, high }];
    }),
  );
}

describe.each([1, 2, 3, 4, 5, 6])('regions of university %i', (seed) => {
  const root = university(seed);
  const told = mayTell(root);

  test('nothing is told of fewer than ten', () => {
    for (const { cells, unknown } of told.values()) {
      for (const { people } of cells) expect(people).toBeGreaterThanOrEqual(10);
      expect(unknown === null || unknown === 0 || unknown >= 10).toBe(true);
    }
  });

  test('and no part taken from another tells of them', () => {
    const ranges = few(root, told);
    expect(ranges.length).toBeGreaterThan(0);
    for (const { low, high } of ranges) expect(high - low).toBeGreaterThanOrEqual(10 - 1e-6);
  });
});

test('where only what is few is left out, somebody is found', () => {
  const found = [1, 2, 3, 4, 5, 6].flatMap((seed) => {
    const root = university(seed);
    const told = new Map(
      placesOf(root).map((place) => [place.unitId, { cells: place.cells.filter(({ people }) => people >= 10) }]),
    );
    return few(root, told).filter(({ low, high }) => high - low < 1);
  });
  expect(found.length).toBeGreaterThan(0);
});

test('what a programme has beyond its parts is protected, too', () => {
  const part: Place = { unitId: 1, cells: [{ name: 'north', people: 30, sum: 20 }], unknown: 0, below: [] };
  const root: Place = {
    unitId: 0,
    cells: [
      { name: 'north', people: 33, sum: 20 },
      { name: 'south', people: 40, sum: 20 },
    ],
    unknown: 0,
    below: [part],
  };
  const told = mayTell(root);
  const both = [0, 1].every((unitId) => told.get(unitId)!.cells.some(({ name }) => name === 'north'));
  expect(both).toBe(false);
});
