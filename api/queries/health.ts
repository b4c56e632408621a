import { indicatorOfPart, titleOfTheme, type HealthWeek } from '@kith/etl/health/about.ts';
import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { Health as Contract } from '../contract/health.ts';
import { sentenceOf } from './sentence-of.ts';

type Health = z.output<typeof Contract>;
type ThemeShown = Health['themes'][number];
type Part = ThemeShown['indicators'][number];

function partOf({ id, value, score }: { id: string; value: number; score: number }): Part {
  const indicator = indicatorOfPart(id);
  return {
    id: indicator?.id ?? id,
    title: indicator?.title ?? id,
    sentence: indicator === undefined ? '' : sentenceOf(indicator, value),
    value,
    score,
  };
}

/** A stored health week as the pages read it; with the week before it, what moved each theme. */
export function healthOf(stored: HealthWeek, immediacy: boolean, before?: HealthWeek): Health {
  const { version, coverage } = stored;
  if ('withheld' in stored) {
    return {
      index: null,
      withheld: stored.withheld,
      coverage,
      band: null,
      interval: null,
      change: null,
      themes: [],
      weakestTheme: null,
      weakestIndicator: null,
      immediacy,
      definitionVersion: version,
    };
  }
  const themes = stored.themes.map(({ theme, score, indicators }) => ({
    theme,
    title: titleOfTheme(theme),
    score,
    indicators: indicators.map(partOf),
    ...moveOf({ theme, score, indicators }, comparable(stored, before)),
  }));
  const parts = stored.themes.flatMap(({ indicators }) => indicators);
  const weakest = parts.find(({ id }) => id === stored.weakestIndicator);
  return {
    index: stored.index,
    withheld: null,
    coverage,
    band: stored.band,
    interval: stored.interval,
    change: stored.change,
    themes,
    weakestTheme: stored.weakestTheme,
    weakestIndicator: weakest === undefined ? null : partOf(weakest),
    immediacy,
    definitionVersion: version,
  };
}

type Counted = Exclude<HealthWeek, { withheld: unknown }>;
type Theme = Counted['themes'][number];

/** Two meanings are not compared, and where there was no index there is nothing to compare with. */
const comparable = (now: HealthWeek, before: HealthWeek | undefined): Counted | undefined =>
  before === undefined || 'withheld' in before || before.version !== now.version ? undefined : before;

/** A part that moved less did not move the theme to speak of. */
const leastMove = 0.5;

/** How a theme moved, and the part that moved most the same way. Both weeks have to know the part. */
function moveOf(
  { theme, score, indicators }: Theme,
  before: Counted | undefined,
): Pick<ThemeShown, 'change' | 'movedBy'> {
  const then = before?.themes.find((one) => one.theme === theme);
  if (then === undefined) return { change: null, movedBy: null };
  const change = score - then.score;
  const [most] = indicators
    .flatMap((part) => {
      const earlier = then.indicators.find(({ id }) => id === part.id);
      return earlier === undefined ? [] : { part, change: part.score - earlier.score };
    })
    .filter((move) => Math.sign(move.change) === Math.sign(change) && Math.abs(move.change) >= leastMove)
    .sort((one, other) => Math.abs(other.change) - Math.abs(one.change) || one.part.id.localeCompare(other.part.id));
  return { change, movedBy: most === undefined ? null : { ...partOf(most.part), change: most.change } };
}

/** The point of a stored health week, as the contract has it; null where the index is withheld. */
export const healthPoint = (health: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  case when ${health} ? 'index' then json_build_object(
    'index', ${health} -> 'index', 'low', ${health} -> 'interval' -> 'low', 'high', ${health} -> 'interval' -> 'high'
  ) end`;
