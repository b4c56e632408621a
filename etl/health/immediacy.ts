import { courseIndicators } from '../indicators/index.ts';
import type { HealthDefinition } from './definition.ts';

/**
 * What a course says about who teaches it. It is theirs to see; others see it pooled over at least five instructors
 * (goals G18), and a course's index without it.
 */
const about: ReadonlySet<string> = new Set(
  courseIndicators.filter(({ themes }) => themes.includes('EI')).map(({ id }) => id),
);

/** Whether a course indicator is about who teaches. */
export const isImmediacy = (id: string): boolean => about.has(id);

/** Instructors over whom it must be pooled before anybody else sees it. */
export const leastInstructors = 5;

type Values = Readonly<Record<string, number | null>>;

export const onlyImmediacy = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([id]) => isImmediacy(id)));

export const withoutImmediacy = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([id]) => !isImmediacy(id)));

/** The index without the theme: the others share its weight, and must show as much of themselves as before. */
export function beyondInstructors(definition: HealthDefinition): HealthDefinition {
  const { EI, ...themes } = definition.themes;
  return {
    ...definition,
    themes: themes as HealthDefinition['themes'],
    minCoverage: definition.minCoverage * (1 - EI.weight / 100),
  };
}
