import { localDay, localHour } from '../../compute/calendar.ts';
import type { WrittenPost } from '../../compute/writing.ts';
import { cellOf } from './entropy.ts';

/** Posts by weekday and quarter of the day in the course's zone: only cells in which something was written. */
export const cellsOf = (posts: readonly WrittenPost[], zone: string): readonly (readonly WrittenPost[])[] => [
  ...Map.groupBy(posts, ({ at }) => cellOf(localDay(at, zone), Math.floor(localHour(at, zone) / 6))).values(),
];
