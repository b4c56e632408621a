import { connect, type Db } from '@kith/sql/connect.ts';
import type { Extent } from './compute-course.ts';
import type { Course } from './facts/course.ts';
import { ownLane, type Lane } from './lane.ts';

/** The first message says where and how; every other one is a course, and is answered. */
type Word = { readonly url: string; readonly now: string; readonly extent: Extent } | { readonly course: Course };

export type Answer = { readonly weeks: number } | { readonly error: string };

let db: Db | undefined;
let lane: Lane | undefined;

process.on('message', (word: Word) => {
  if ('course' in word) {
    void answer(word.course).then((said) => process.send?.(said));
    return;
  }
  db = connect(word.url, { max: 1, name: 'kith compute', prepared: true });
  lane = ownLane(db, new Date(word.now), word.extent);
});
// Whoever asked is done, or is no more.
process.on('disconnect', () => void db?.destroy());

async function answer(course: Course): Promise<Answer> {
  try {
    return { weeks: await lane!.compute(course) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
