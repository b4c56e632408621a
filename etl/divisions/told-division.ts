import type { AttendanceCell, AttendanceDivision } from '../indicators/reading/attendance-gap.ts';
import { leastForShare } from '../disclosure/fewest.ts';
import { rounded } from '../disclosure/rounded.ts';
import { linksIn } from '../indicators/reading/mixing.ts';
import type { Pool } from '../indicator.ts';
import { mixingReach } from '../measures/assortativity.ts';
import { studentT } from '../measures/student-t.ts';
import { wilson } from '../measures/wilson.ts';
import { wilsonDifference } from '../measures/wilson-difference.ts';

/** A region or zone as it is told: people to the nearest five, attendance 0..1 to whole per cent with a 95 % interval. */
export interface ToldCell {
  readonly name: string;
  readonly people: number;
  readonly attendance: number;
  readonly low: number;
  readonly high: number;
}

/** What a part of the institution may say of its regions, or of its time zones. */
export interface ToldDivision {
  readonly division: AttendanceDivision;
  /** By name. What is missing is few, or protects what is few. */
  readonly cells: readonly ToldCell[];
  /** Whether there are others that are not told. */
  readonly leftOut: boolean;
  /** Of whom nobody says where they are, to the nearest five; null: few, or left out. */
  readonly unknown: number | null;
  /** Between the told cells that attend most and least (C29). */
  readonly gap: ToldGap | null;
  /** Newman's r (C11) with a 95 % interval. */
  readonly mixing: { readonly r: number; readonly low: number; readonly high: number } | null;
}

export interface ToldGap {
  readonly most: string;
  readonly least: string;
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

export interface Division {
  readonly division: AttendanceDivision;
  /** Those that may be told. */
  readonly cells: readonly AttendanceCell[];
  readonly leftOut: boolean;
  readonly unknown: number | null;
  /** Of C11. */
  readonly ties: Pool | undefined;
}

const percent = (share: number): number => Math.round(100 * share) / 100;

/** Null where there is neither a cell nor a number for mixing: then nobody is told that the division exists. */
export function toldDivision({ division, cells, leftOut, unknown, ties }: Division): ToldDivision | null {
  const told = cells.filter(({ people }) => people >= leastForShare);
  const mixing = ties === undefined ? null : mixingOfTies(ties);
  if (told.length === 0 && mixing === null) return null;
  return {
    division,
    cells: told.map(toldCell),
    leftOut: leftOut || told.length < cells.length,
    unknown: unknown === null ? null : rounded(unknown),
    gap: gapBetween(told),
    mixing,
  };
}

function toldCell({ name, people, sum }: AttendanceCell): ToldCell {
  const { low, high } = wilson(Math.min(sum, people), people)!;
  return {
    name,
    people: rounded(people),
    attendance: percent(sum / people),
    low: percent(low),
    high: percent(high),
  };
}

/** The two were picked because they lie furthest apart: the interval holds for all pairs together (Bonferroni). */
function gapBetween(cells: readonly AttendanceCell[]): ToldGap | null {
  if (cells.length < 2) return null;
  const shares = cells
    .map(({ name, people, sum }) => ({ name, people, share: Math.min(1, sum / people) }))
    .sort((one, other) => other.share - one.share);
  const [most, least] = [shares[0]!, shares.at(-1)!];
  const pairs = (cells.length * (cells.length - 1)) / 2;
  const { low, high } = wilsonDifference(most, least, studentT(1 - 0.025 / pairs, 1e6))!;
  return {
    most: most.name,
    least: least.name,
    difference: percent(most.share - least.share),
    low: percent(low),
    high: percent(high),
  };
}

function mixingOfTies(ties: Pool): ToldDivision['mixing'] {
  const links = linksIn(ties);
  const found = links === null ? null : mixingReach(links);
  if (found === null) return null;
  const { r, reach } = found;
  return { r: percent(r), low: percent(Math.max(-1, r - reach)), high: percent(Math.min(1, r + reach)) };
}
