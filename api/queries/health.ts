import { indicatorOfPart, titleOfTheme, type HealthWeek } from '@kith/etl/health/about.ts';
import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { Health as Contract } from '../contract/health.ts';
import { sentenceOf } from './sentence-of.ts';

type Health = z.output<typeof Contract>;
type Part = Health['themes'][number]['indicators'][number];

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

/** A stored health week as the pages read it. */
export function healthOf(stored: HealthWeek, immediacy: boolean): Health {
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

/** The point of a stored health week, as the contract has it; null where the index is withheld. */
export const healthPoint = (health: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  case when ${health} ? 'index' then json_build_object(
    'index', ${health} -> 'index', 'low', ${health} -> 'interval' -> 'low', 'high', ${health} -> 'interval' -> 'high'
  ) end`;
