import { communityHealth, type HealthDefinition, type HealthTheme } from './definition.ts';

/** An index that adds up: every point can be traced to a theme and an indicator. */
export interface Health {
  /** 0..100, higher = healthier. */
  readonly index: number;
  readonly coverage: number;
  readonly themes: readonly ThemeHealth[];
  readonly weakestTheme: HealthTheme;
  /** Of the indicators: a mean hides one broken part. */
  readonly weakestIndicator: string;
}

export interface ThemeHealth {
  readonly theme: HealthTheme;
  readonly score: number;
  readonly indicators: readonly { readonly id: string; readonly value: number; readonly score: number }[];
}

export interface Withheld {
  readonly withheld: 'too_few_learners' | 'too_little_seen';
  readonly coverage: number;
}

type Values = Readonly<Record<string, number | null>>;

/** What an indicator's value is worth, 0..100. */
export function worth(
  value: number,
  { poor, good, scale }: { poor: number; good: number; scale: 'linear' | 'log' },
): number {
  const [x, from, to] =
    scale === 'linear' ? [value, poor, good] : [Math.log(Math.max(value, good)), Math.log(poor), Math.log(good)];
  return 100 * Math.min(1, Math.max(0, (x - from) / (to - from)));
}

/** The index of one course-week from its indicators. `learners` is E without those who opted out. */
export function healthOf(values: Values, learners: number, definition = communityHealth): Health | Withheld {
  const themes = themesOf(values, definition);
  const known = themes.flatMap(({ indicators }) => indicators);
  const coverage = Math.min(1, known.reduce((sum, { weight }) => sum + weight, 0) / 100);
  if (learners < definition.minLearners) return { withheld: 'too_few_learners', coverage };
  if (coverage < definition.minCoverage) return { withheld: 'too_little_seen', coverage };
  return {
    index: meanOf(themes),
    coverage,
    themes: themes.map(({ theme, score, indicators }) => ({
      theme,
      score,
      indicators: indicators.map(({ id, value, score: own }) => ({ id, value, score: own })),
    })),
    weakestTheme: themes.reduce((worst, theme) => (theme.score < worst.score ? theme : worst)).theme,
    weakestIndicator: known.reduce((worst, one) => (one.score < worst.score ? one : worst)).id,
  };
}

/** Themes with at least one indicator; a theme without any is left out, and the others share its weight. */
function themesOf(values: Values, { themes }: HealthDefinition) {
  return (Object.keys(themes) as HealthTheme[]).flatMap((theme) => {
    const { weight, indicators } = themes[theme];
    const known = Object.entries(indicators).flatMap(([id, anchors]) => {
      const worst = anchors.from
        .flatMap((from) => values[from] ?? [])
        .map((value) => ({ value, score: worth(value, anchors) }))
        .sort((one, other) => one.score - other.score)[0];
      return worst === undefined ? [] : [{ id, weight: anchors.weight, ...worst }];
    });
    return known.length === 0 ? [] : [{ theme, weight, indicators: known, score: meanOf(known) }];
  });
}

function meanOf(parts: readonly { readonly weight: number; readonly score: number }[]): number {
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  return parts.reduce((sum, { weight, score }) => sum + weight * score, 0) / whole;
}
