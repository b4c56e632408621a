import { communityHealth, type HealthDefinition } from './definition.ts';
import { worth } from './health.ts';

type Value = number | null;

/**
 * The health index of one week again and again, with some of its indicators drawn anew each time: what does not change
 * is looked up once. Adds in the order of `healthOf`, so an undrawn week has
 * the very same index. Null: nothing to take a mean of.
 *
 * @param drawn ids of the indicators whose values come with every call, in this order; NaN where a draw has none
 */
export function indexOver(
  values: Readonly<Record<string, Value>>,
  drawn: readonly string[],
  definition: HealthDefinition = communityHealth,
): (again: ArrayLike<number>) => number | null {
  const places = new Map(drawn.map((id, place) => [id, place]));
  const themes = Object.values(definition.themes).map(({ weight, indicators }) => ({
    weight,
    parts: Object.values(indicators).map((anchors) => ({
      anchors,
      /** The least of what no draw changes. */
      fixed: Math.min(...anchors.from.flatMap((id) => (places.has(id) ? [] : worthOf(values[id] ?? null, anchors)))),
      drawn: anchors.from.flatMap((id) => places.get(id) ?? []),
    })),
  }));
  return (again) => {
    let whole = 0;
    let sum = 0;
    for (const theme of themes) {
      let known = 0;
      let points = 0;
      for (const { anchors, fixed, drawn: from } of theme.parts) {
        let worst = fixed;
        for (const place of from) {
          const value = again[place]!;
          if (!Number.isNaN(value)) worst = Math.min(worst, worth(value, anchors));
        }
        if (worst === Infinity) continue;
        known += anchors.weight;
        points += anchors.weight * worst;
      }
      if (known === 0) continue;
      whole += theme.weight;
      sum += theme.weight * (points / known);
    }
    return whole === 0 ? null : sum / whole;
  };
}

const worthOf = (value: Value, anchors: Parameters<typeof worth>[1]): readonly number[] =>
  value === null ? [] : [worth(value, anchors)];
