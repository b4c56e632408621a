import type { StoredCourseWeek } from './stored.ts';

/** A planted fault, the indicator it is to cut, and the theme (§9.4.3). */
export interface FaultCut {
  readonly plant: string;
  readonly indicator: string;
  readonly theme: string;
  /** Points lost against the healthy courses of the same run. */
  readonly indicatorCut: number;
  readonly themeCut: number;
}

/** Null indicator: only the theme is promised. */
export const faults = [
  { plant: 'quiet', indicator: null, theme: 'CO' },
  { plant: 'half_isolated', indicator: 'connected_share', theme: 'VC' },
  { plant: 'unanswered', indicator: 'answered_48h_share', theme: 'CO' },
  { plant: 'staff_centred', indicator: 'staff_dependence', theme: 'EI' },
  { plant: 'absent_staff', indicator: 'staff_reach', theme: 'EI' },
  { plant: 'few_dominate', indicator: 'participation_gini', theme: 'VC' },
  { plant: 'fragmented', indicator: 'mixing', theme: 'VC' },
] as const;

/** Weeks in which a course has found its shape, and none is a reading week. */
const settled = (week: number): boolean => week >= 5 && week !== 8;

export function faultCuts(all: readonly StoredCourseWeek[]): readonly FaultCut[] {
  const byPlant = Map.groupBy(
    all.filter(({ week }) => settled(week)),
    ({ plant }) => plant,
  );
  const healthy = byPlant.get('healthy') ?? [];
  return faults.flatMap(({ plant, indicator, theme }) => {
    const own = byPlant.get(plant);
    if (!own) return [];
    const cut = (value: (week: StoredCourseWeek) => number | undefined): number =>
      meanOf(healthy.map(value)) - meanOf(own.map(value));
    return [
      {
        plant,
        indicator: indicator ?? '',
        theme,
        indicatorCut: indicator === null ? NaN : cut(({ indicators }) => indicators[indicator]),
        themeCut: cut(({ themes }) => themes[theme]),
      },
    ];
  });
}

function meanOf(values: readonly (number | undefined)[]): number {
  const known = values.filter((value) => value !== undefined);
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
