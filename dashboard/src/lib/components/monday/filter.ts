import type { MondayCard } from '../../api/types.ts';

/** What the address asks for. */
export interface Chosen {
  readonly course: number | undefined;
  readonly pattern: MondayCard['type'] | undefined;
}

/** Every reason, the weightiest first. */
export const types = [
  'told_us',
  'never_started',
  'gone_quiet',
  'posts_unanswered',
  'staff_only',
  'one_partner',
  'silent_observer',
  'outside_own_group',
  'band',
] as const satisfies readonly MondayCard['type'][];

/** Reads the filters of an address; what is no course and no reason is no filter. */
export function chosenIn(query: URLSearchParams): Chosen {
  const course = Number(query.get('course') ?? Number.NaN);
  return {
    course: Number.isSafeInteger(course) && course > 0 ? course : undefined,
    pattern: typeIn(query.get('pattern')),
  };
}

/** A reason by its name; undefined for anything else. */
export const typeIn = (text: string | null): MondayCard['type'] | undefined => types.find((type) => type === text);
