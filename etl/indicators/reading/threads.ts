import type { WrittenPost } from '../../compute/writing.ts';
import type { CourseSnapshot } from '../../indicator.ts';
import { dayMs } from './answers.ts';

/** Threads with a post in 28 days: all their posts so far, oldest first. */
export function threadsOf({ writing, asOf }: CourseSnapshot): readonly (readonly WrittenPost[])[] {
  const threads = [...Map.groupBy(writing, ({ thread }) => thread).values()];
  return threads.filter((posts) => posts.some(({ at }) => asOf - at <= 28 * dayMs));
}
