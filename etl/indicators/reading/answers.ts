import type { WrittenPost } from '../../compute/writing.ts';
import type { CourseSnapshot } from '../../indicator.ts';
import { medianWait, type MedianWait, type Waiting } from '../../measures/kaplan-meier.ts';

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
/** Longer than this is "over two weeks": the horizon of every waiting time. In hours. */
export const horizonHours = 336;

/**
 * Posts by the learners of the class, aged between two bounds (both inclusive, in ms). Deleted ones ask for no answer
 * any more, and where the source does not say what a reply answers nobody can know who waits.
 */
export function askedBetween(snapshot: CourseSnapshot, youngest: number, oldest: number): readonly WrittenPost[] {
  const { asOf, nodeOf } = snapshot;
  return snapshot.writing.filter((post) => {
    const age = asOf - post.at;
    if (age < youngest || age > oldest || !post.parentsKnown || !nodeOf.has(post.author)) return false;
    return post.deletedAt === null || post.deletedAt >= asOf;
  });
}

/** Posts of the last four weeks by the learners of the class, those in forums that do not tell answers included. */
export const writtenLately = (snapshot: CourseSnapshot): readonly WrittenPost[] =>
  snapshot.writing.filter((post) => snapshot.asOf - post.at <= 28 * dayMs && snapshot.nodeOf.has(post.author));

type Answer = 'firstReplyAt' | 'firstPeerReplyAt' | 'firstStaffReplyAt';

/** Hours until the first answer; who still waits at T is censored, not dropped. */
export const waitsFor = (answer: Answer, posts: readonly WrittenPost[], asOf: number): readonly Waiting[] =>
  posts.map((post) => ({
    time: (Math.min(post[answer], asOf) - post.at) / hourMs,
    happened: post[answer] < asOf,
  }));

/** The Kaplan-Meier median in hours, the horizon where it was never reached; null without a post. */
export const medianHours = (waits: readonly Waiting[]): number | null => hoursOf(medianWait(waits, horizonHours));

/** Somebody's wait, in hours. */
export interface OwnWait extends Waiting {
  readonly author: number;
}

/** The same with whose posts they are, to be counted or drawn again. */
export const ownWaits = (answer: Answer, posts: readonly WrittenPost[], asOf: number): readonly OwnWait[] =>
  waitsFor(answer, posts, asOf).map((wait, index) => ({ ...wait, author: posts[index]!.author }));

/** The horizon where it was never reached. */
export function hoursOf(median: MedianWait | null): number | null {
  if (median === null) return null;
  return median.reached ? median.time : median.beyond;
}
