import type { Archetype, ArchetypeId } from './archetypes.ts';
import type { Calendar } from './calendar.ts';
import type { CourseTitle } from './catalogue.ts';
import type { Learner, Person } from './people.ts';
import type { Plant } from './plants.ts';
import type { Platform } from './scenario.ts';

export type Kind = Archetype & { readonly id: ArchetypeId };

/** A learner in one course. */
export interface Seat {
  readonly learner: Learner;
  readonly archetype: Kind;
  /** How much they write and come by, against 1 for most of their kind. Sessions and group work hardly depend on it. */
  readonly energy: number;
  /** How much of that goes into writing, where few write for everybody. */
  readonly writes: number;
  readonly joinsWeek: number;
  /** The last week before their activity fades. */
  readonly fadesAfter: number | undefined;
  /** First week in which they truly are isolated; undefined: never. */
  readonly isolatedFrom: number | undefined;
}

export interface Course extends CourseTitle {
  readonly programme: string;
  readonly plant: Plant;
  readonly platform: Platform;
  readonly seats: readonly Seat[];
  readonly staff: readonly Person[];
  /** Of a pair of learners who only answer each other. */
  readonly partnerOf: ReadonlyMap<Seat, Seat>;
  /** Groups of five, formed at the beginning of the third week. */
  readonly groups: readonly (readonly Seat[])[];
  /** Live session: day of the week (0 = Monday) and minute of that day on the local clock. */
  readonly session: { readonly day: number; readonly minute: number };
}

/** How much of what their kind does is left in a week: 0 before they join, less in the reading week and while they fade. */
export function vigour(
  { archetype, joinsWeek, fadesAfter }: Pick<Seat, 'archetype' | 'joinsWeek' | 'fadesAfter'>,
  week: number,
  { readingWeek }: Pick<Calendar, 'readingWeek'>,
): number {
  if (week < joinsWeek) return 0;
  const faded = fadesAfter === undefined ? 0 : Math.max(0, week - fadesAfter);
  return (week === readingWeek ? 0.5 : 1) * (archetype.fadesBy ?? 1) ** faded;
}
