import seedrandom from 'seedrandom';
import type { HealthDefinition } from './definition.ts';
import { indexOver } from './drawn.ts';
import type { CourseSnapshot } from '../indicator.ts';
import { courseIndicators } from '../indicators/index.ts';
import { percentile } from '../measures/percentile.ts';
import type { Interval } from '../measures/wilson.ts';

/**
 * A bootstrap over learners: the class is drawn again and again from itself, and the index is taken of each draw. The
 * interval says how much of the number hangs on who happens to be enrolled.
 *
 * Several indexes of one class are taken of the same draws. Seeded by the week of the course, so that a replay gives the same interval, whenever the course is taught. What is a
 * property of the whole network (mixing, resilience) is held as it is in every draw, and so is what is not about single
 * learners: the interval is a little too narrow.
 *
 * Efron, B. & Tibshirani, R. J. (1993). An Introduction to the Bootstrap. Chapman & Hall.
 */
export function intervalsOf(
  snapshot: CourseSnapshot,
  values: Readonly<Record<string, number | null>>,
  definitions: readonly HealthDefinition[],
): readonly (Interval | null)[] {
  const used = new Set(definitions.flatMap(indicatorsOf));
  const redraws = courseIndicators.flatMap((indicator) => {
    const again = used.has(indicator.id) && values[indicator.id] !== null ? indicator.redraw?.(snapshot) : undefined;
    return again === undefined ? [] : [{ id: indicator.id, again }];
  });
  const ids = redraws.map(({ id }) => id);
  const indexes = definitions.map((definition) => ({
    definition,
    indexAgain: indexOver(values, ids, definition),
    drawn: [] as number[],
  }));
  const random = seedrandom(`health/${String(snapshot.week)}/${String(snapshot.people.length)}`);
  const n = snapshot.people.length;
  const draws = Math.max(...definitions.map(({ bootstrap }) => bootstrap.draws));
  const times = new Uint16Array(n);
  const again = new Float64Array(redraws.length);
  for (let draw = 0; draw < draws; draw++) {
    times.fill(0);
    for (let place = 0; place < n; place++) times[Math.floor(random() * n)]! += 1;
    for (let place = 0; place < redraws.length; place++) again[place] = redraws[place]!.again(times) ?? NaN;
    for (const { definition, indexAgain, drawn } of indexes) {
      const index = draw < definition.bootstrap.draws ? indexAgain(again) : null;
      if (index !== null) drawn.push(index);
    }
  }
  return indexes.map(({ definition, drawn }) => {
    if (drawn.length === 0) return null;
    const tail = (1 - definition.bootstrap.interval) / 2;
    return { low: percentile(drawn, tail), high: percentile(drawn, 1 - tail) };
  });
}

const indicatorsOf = ({ themes }: HealthDefinition): readonly string[] =>
  Object.values(themes).flatMap(({ indicators }) => Object.values(indicators).flatMap(({ from }) => from));
