import { courseIndicators } from '../indicators/index.ts';
import { communityHealth, type HealthTheme } from './definition.ts';

export type { HealthWeek } from './over-weeks.ts';
export { isImmediacy } from './immediacy.ts';

/** What the pages say of the index: its themes and parts by their titles. */
export const titleOfTheme = (theme: HealthTheme): string => communityHealth.themes[theme].title;

const parts = new Map(
  Object.values(communityHealth.themes).flatMap(({ indicators }) =>
    Object.entries(indicators).map(([part, { from }]) => [part, courseIndicators.find(({ id }) => id === from[0])!]),
  ),
);

/** The indicator a part of the index is read from; of several, whose worst counts, the first. */
export const indicatorOfPart = (part: string) => parts.get(part);
