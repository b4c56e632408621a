import type { Statement, Thing } from './statement.ts';

const none: readonly Thing[] = [];

/** The activities a statement names as its parent and grouping, nearest first. */
export function surroundings({ context }: Statement): readonly Thing[] {
  const { parent, grouping } = context?.contextActivities ?? {};
  if (!grouping) return parent ?? none;
  return parent ? [...parent, ...grouping] : grouping;
}
