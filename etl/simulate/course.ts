import type { Archetype, ArchetypeId } from './archetypes.ts';
import { readingWeek } from './calendar.ts';
import type { CourseTitle } from './catalogue.ts';
import type { Climate } from './climates.ts';
import type { Learner, Person } from './people.ts';

/** A learner in one course. */
export interface Seat {
  readonly learner: Learner;
  readonly archetype: Archetype & { readonly id: ArchetypeId };
  /** How much they do of everything, against 1 for most of their kind. */
  readonly energy: number;
  readonly joinsWeek: number;
  /** The last week before their activity fades. */
  readonly fadesAfter: number | undefined;
  /** First week in which they truly are isolated; undefined: never. */
  readonly isolatedFrom: number | undefined;
}

export interface Course extends CourseTitle {
  readonly programme: string;
  readonly climate: Climate;
  readonly seats: readonly Seat[];
  readonly staff: readonly Person[];
  /** Of a pair of learners who only answer each other. */
  readonly partnerOf: ReadonlyMap<Seat, Seat>;
  /** Groups of five, formed at the beginning of the third week. */
  readonly groups: readonly (readonly Seat[])[];
  /** Live session: day of the week (0 = Monday) and minute of that day on the local clock. */
  readonly session: { readonly day: number; readonly minute: number };
}

/** How much of their usual activity is left in a week: 0 before they join, less in the reading week and while they fade. */
export function vigour({ archetype, energy, joinsWeek, fadesAfter }: Seat, week: number): number {
  if (week < joinsWeek) return 0;
  const faded = fadesAfter === undefined ? 0 : Math.max(0, week - fadesAfter);
  return energy * (week === readingWeek ? 0.5 : 1) * (archetype.fadesBy ?? 1) ** faded;
}
