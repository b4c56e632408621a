import type { CourseIndicator, CourseSnapshot } from '../indicator.ts';
import type { CohortMember } from '../compute/facts/cohorts.ts';
import { rounded, type Pools } from '../compute/values.ts';
import { isImmediacy } from '../health/immediacy.ts';
import { courseIndicators } from '../indicators/index.ts';

/** Why an indicator of a course says nothing about a cohort, whose learners may be a part of several classes. */
export type Unpooled = 'network' | 'threads' | 'instructors' | 'answers' | 'places' | 'groups';

const unpooled: Readonly<Record<string, Unpooled>> = {
  attendance_gap: 'places',
  belonging_affiliation: 'answers',
  belonging_connection: 'answers',
  belonging_mean: 'answers',
  belonging_ownership: 'answers',
  belonging_response_rate: 'answers',
  belonging_safety: 'answers',
  circles: 'network',
  degree_centralisation: 'network',
  density: 'network',
  distinct_peers_per_thread: 'threads',
  group_health: 'groups',
  leadership_concentration: 'network',
  maximal_cliques_3plus: 'network',
  mixing_cohort: 'network',
  mixing_group: 'network',
  mixing_region: 'network',
  mixing_time_zone: 'network',
  modularity_louvain: 'network',
  peer_leaders: 'network',
  replies_per_thread: 'threads',
  resilience_top5pct: 'network',
  transitivity: 'network',
};

/** Undefined: it pools. */
export const whyUnpooled = ({ id }: { readonly id: string }): Unpooled | undefined =>
  isImmediacy(id) ? 'instructors' : unpooled[id];

type Pooled = CourseIndicator & Required<Pick<CourseIndicator, 'among'>>;

/** What can be said of a cohort: made of what each of its learners is and wrote, in whatever class. */
export const pooledIndicators: readonly Pooled[] = courseIndicators.filter(
  (indicator): indicator is (typeof courseIndicators)[number] & Pooled =>
    'among' in indicator && whyUnpooled(indicator) === undefined,
);

/** A cohort's part of a course-week. */
export interface CohortPart {
  readonly cohortId: number;
  /** Of its learners, those who are in the class at the end of the week. */
  readonly people: number;
  readonly pools: Pools;
}

/** The parts of every cohort that has learners here. */
export function cohortParts(snapshot: CourseSnapshot, members: readonly CohortMember[]): readonly CohortPart[] {
  return [...Map.groupBy(members, ({ cohortId }) => cohortId)].flatMap(([cohortId, own]) => {
    const nodes = new Set(own.flatMap(({ personId }) => snapshot.nodeOf.get(personId) ?? []));
    if (nodes.size === 0) return [];
    const pools = pooledIndicators.flatMap((indicator) => {
      const pool = indicator.among(snapshot, (node) => nodes.has(node));
      return pool === null ? [] : [[indicator.id, pool] as const];
    });
    return [{ cohortId, people: nodes.size, pools: Object.fromEntries(pools) }];
  });
}

/** What the parts of a cohort say, added up. */
export const cohortValues = (pools: Pools): Readonly<Record<string, number | null>> =>
  Object.fromEntries(
    pooledIndicators.map((indicator) => {
      const pool = pools[indicator.id];
      return [indicator.id, pool === undefined ? null : rounded(indicator.value(pool))];
    }),
  );
