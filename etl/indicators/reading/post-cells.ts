import { localDay, localHour } from '../../compute/calendar.ts';
import type { WrittenPost } from '../../compute/writing.ts';
import { cellOf } from './entropy.ts';

/** 0..27: the weekday and the quarter of the day, in the course's zone, in which a post was written. */
export const cellOfPost = ({ at }: WrittenPost, zone: string): number =>
  cellOf(localDay(at, zone), Math.floor(localHour(at, zone) / 6));

/** Posts by cell: only cells in which something was written. */
export const cellsOf = (posts: readonly WrittenPost[], zone: string): readonly (readonly WrittenPost[])[] => [
  ...Map.groupBy(posts, (post) => cellOfPost(post, zone)).values(),
];
