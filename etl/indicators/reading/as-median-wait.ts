import type { CourseIndicator, CourseSnapshot, Pool } from '../../indicator.ts';
import { medianWaitOf, type Waiting } from '../../measures/kaplan-meier.ts';
import { hoursOf, type OwnWait } from './answers.ts';
import { total } from './total.ts';

interface Limits {
  /** In hours: whatever takes longer still waits at it. */
  readonly horizon: number;
  readonly posts?: number;
  readonly answered?: number;
}

/**
 * All that an indicator does that is a Kaplan-Meier median of waiting times, read to the minute. Who waits is counted
 * by minutes and pooled: over several courses it is the median of all their posts.
 */
export const asMedianWait = (
  waits: (snapshot: CourseSnapshot) => readonly OwnWait[] | null,
  { horizon, posts = 1, answered = 0 }: Limits,
) =>
  ({
    pool(snapshot) {
      const own = waits(snapshot);
      return own === null ? null : counted(own, horizon);
    },
    among(snapshot, some) {
      const own = waits(snapshot);
      return own === null
        ? null
        : counted(
            own.filter(({ author }) => some(snapshot.nodeOf.get(author)!)),
            horizon,
          );
    },
    value(pool) {
      const all = waitsIn(pool);
      const many = total(all.map(({ count }) => count));
      const heard = total(all.filter(({ happened }) => happened).map(({ count }) => count));
      return many < posts || heard < answered
        ? null
        : hoursOf(medianWaitOf(all, horizon)((place) => all[place]!.count));
    },
    redraw(snapshot) {
      const own = waits(snapshot) ?? [];
      const nodes = own.map(({ author }) => snapshot.nodeOf.get(author)!);
      const median = medianWaitOf(own, horizon);
      return (times) => hoursOf(median((place) => times[nodes[place]!]!));
    },
  }) satisfies Pick<CourseIndicator, 'pool' | 'among' | 'value' | 'redraw'>;

function counted(waits: readonly Waiting[], horizon: number): Pool {
  const counts: Record<string, number> = {};
  for (const { time, happened } of waits) {
    const minutes = Math.round(60 * Math.min(time, horizon));
    const name = `${happened && time <= horizon ? 'answered' : 'waiting'} ${String(minutes)}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

const waitsIn = (pool: Pool): readonly (Waiting & { readonly count: number })[] =>
  Object.entries(pool).map(([name, count]) => {
    const [outcome, minutes] = name.split(' ');
    return { time: Number(minutes) / 60, happened: outcome === 'answered', count };
  });
