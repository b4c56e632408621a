import type { ComponentName } from '../../api/types.ts';

/** Every component in the order of its table (indicators.md §3.9, then §3.1); a score has parts of one table only. */
export const components = [
  'forum_presence',
  'peer_contact',
  'inbound_peers',
  'being_answered',
  'voice',
  'live_presence',
  'recency',
  'decline',
  'felt_belonging',
] as const satisfies readonly ComponentName[];

/** The step of the accent a part is drawn in, 1 to 8. The two leading parts never meet and share the first. */
export const stepOf = (component: ComponentName): number => Math.max(1, components.indexOf(component));

/** One stretch of the bar from 0 to 100. */
export interface BarPart {
  readonly component: ComponentName;
  readonly step: number;
  readonly from: number;
  readonly points: number;
  /** As printed: whole points. */
  readonly printed: number;
}

/** The parts of a score laid end to end, in the order of the components. */
export function barOf(
  reasons: readonly { component: ComponentName; contribution: number; points: number }[],
): BarPart[] {
  let from = 0;
  return [...reasons]
    .sort((a, b) => components.indexOf(a.component) - components.indexOf(b.component))
    .map(({ component, contribution, points }) => {
      const part = { component, step: stepOf(component), from, points: contribution, printed: points };
      from += contribution;
      return part;
    });
}
