import type { Band } from '@kith/etl/score/types.ts';
import { plants } from '@kith/etl/simulate/plants.ts';
import { beforeAll, describe, expect, test } from 'vitest';

import { told, type Shown } from '../validate/through-the-pipeline.ts';
import { simulated } from './simulated.ts';

const patience = 900_000;
/** Two courses of forty for a whole term, with a reading week in the eighth. In UTC: clocks that change would move hours. */
const term = { courses: 2, classSize: 40, timezone: 'UTC' } as const;
/** The week without a log. */
const outage = 6;
const healthy = plants.find(({ id }) => id === 'healthy')!;
let usual: Shown;

beforeAll(async () => {
  usual = await simulated('planted-truth', term);
  expect(said(usual).length).toBeGreaterThan(700);
}, patience);

describe('nobody changes band', () => {
  test(
    'where every file is loaded twice, nor anything else',
    async () => {
      expect(said(await simulated('planted-truth', { ...term, importedTwice: true }))).toEqual(said(usual));
    },
    patience,
  );

  test(
    'where the same term lies three weeks later, nor anything else',
    async () => {
      const later = new Date(told.getTime() + 21 * 86_400_000);
      expect(said(await simulated('planted-truth', term, later))).toEqual(said(usual));
    },
    patience,
  );

  test.each([1, 2])(
    'in the week that the log of the platform was not written in, nor in the next; nor to be noticed later: seed %i',
    async (seed) => {
      const plants = [{ ...healthy, logOutage: outage }];
      const whole = seed === 1 ? usual : await simulated('planted-truth', { ...term, seed });
      const { weeks } = await simulated('planted-truth', { ...term, seed, plants });
      const pairs = weeks.map((cut, at) => ({ cut, whole: whole.weeks[at]! }));
      expect(pairs.every(({ cut, whole }) => cut.planted.person === whole.planted.person)).toBe(true);
      const raised = pairs.filter(({ cut, whole }) => noticed(cut.band) && !noticed(whole.band));
      expect(raised.filter(({ cut }) => cut.planted.truth !== 'isolated')).toEqual([]);
      const listed = pairs.filter(({ cut, whole }) => cut.listed && !whole.listed);
      expect(listed.filter(({ cut }) => cut.planted.truth === 'connected')).toEqual([]);
      const moved = pairs.filter(({ cut, whole }) => cut.band !== whole.band);
      expect(moved.filter(({ cut: { week } }) => week <= outage + 1)).toEqual([]);
      // Later the usual week of `decline` is told from one week less: a point or two, and one week in a hundred lies that near a threshold.
      expect(moved.length / pairs.length).toBeLessThan(0.01);
    },
    patience,
  );

  test('to be noticed, in the weeks around the reading week', () => {
    const connected = usual.weeks.filter(({ planted }) => planted.truth === 'connected');
    const share = (from: number, to: number): number => {
      const own = connected.filter(({ week }) => week >= from && week <= to);
      return own.filter(({ band }) => noticed(band)).length / own.length;
    };
    expect(share(8, 9)).toBeLessThanOrEqual(share(6, 7) + 0.014);
  });
});

const noticed = (band: Band | null): boolean => band === 'elevated' || band === 'high';

const said = ({ weeks }: Shown) =>
  weeks.map(({ week, planted, score, band, listed }) => [week, planted.person, score, band, listed]);
