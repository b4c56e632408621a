import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

/** What indicators come to when learners and posts of several courses are taken as one class, worked out the long way. */
export interface Recomputed {
  readonly learners: number;
  readonly values: Readonly<Record<string, number | null>>;
}

interface Learner {
  readonly person: string;
  readonly score: number | null;
  readonly coverage: number | null;
  readonly peers: number;
}

interface Post {
  readonly key: string;
  readonly parent: string | null;
  readonly author: string;
  readonly at: number;
}

const hour = 3_600_000;

/** Everything from stored learner rows and known posts; nothing from a course's or a node's own numbers. Of some people, by `<course> <id>`. */
export async function fromLearnersAndPosts(
  db: Db,
  courses: readonly string[],
  asOf: number,
  wanted: (person: string) => boolean = () => true,
): Promise<Recomputed> {
  const { rows: all } = await sql<Learner>`
    select key || ' ' || week.person_id as person, score, coverage, (week.indicators ->> 'distinct_peers_42d')::float8 as peers
    from insight.learner_week as week join core.course_key using (institution_id, course_id)
    where key = any (${[...courses]}) and as_of = ${new Date(asOf)} and state <> 'not_enrolled'`.execute(db);
  const { rows } = await sql<Post>`
    select post.key, post.parent_key as parent, course_key.key || ' ' || post.author_id as author,
      extract(epoch from post.occurred_at)::float8 * 1000 as at
    from core.known_post as post join core.course_key using (institution_id, course_id)
    where course_key.key = any (${[...courses]}) and post.occurred_at < ${new Date(asOf)}`.execute(db);
  const learners = all.filter(({ person }) => wanted(person));
  const people = new Set(learners.map(({ person }) => person));
  const lately = rows.filter(({ author, at }) => people.has(author) && asOf - at <= 28 * 24 * hour);
  const replies = (post: Post) => rows.filter((reply) => reply.parent === post.key && reply.author !== post.author);
  const openers = lately.filter(({ parent }) => parent === null);
  const first = (post: Post) => Math.min(...replies(post).map(({ at }) => at));
  const mature = openers.filter(({ at }) => asOf - at >= 48 * hour);
  const posts = learners.map(({ person }) => lately.filter(({ author }) => author === person).length);
  const scored = learners.filter(({ score, coverage }) => score !== null && (coverage ?? 0) >= 0.5);
  const known = learners.flatMap(({ coverage }) => coverage ?? []);
  const waits = openers.map((post) => ({ from: post.at, to: Math.min(first(post), asOf), done: first(post) < asOf }));
  return {
    learners: learners.length,
    values: {
      isolates_share: share(learners, ({ peers }) => peers === 0, 8),
      connected_share: share(scored, ({ score }) => score! < 30, 8),
      voices_share: share(posts, (count) => count > 0, 8),
      answered_48h_share: share(mature, (post) => first(post) - post.at <= 48 * hour, 5),
      participation_gini: lately.length < 20 ? null : giniByPairs(posts),
      data_coverage: known.reduce((sum, coverage) => sum + coverage, 0) / known.length,
      median_first_reply_h: waits.length < 5 ? null : medianBySurvival(waits),
    },
  };
}

function share<Row>(rows: readonly Row[], holds: (row: Row) => boolean, atLeast: number): number | null {
  return rows.length < atLeast ? null : rows.filter(holds).length / rows.length;
}

/** By its definition: the mean difference of all pairs over twice the mean. */
function giniByPairs(values: readonly number[]): number {
  const total = values.reduce((sum, value) => sum + value, 0);
  const spread = values.flatMap((one) => values.map((other) => Math.abs(one - other))).reduce((so, by) => so + by, 0);
  return spread / (2 * values.length * total);
}

/** The product-limit estimator by its definition, hour by hour of an answer; 336 where half are never answered. */
function medianBySurvival(waits: readonly { from: number; to: number; done: boolean }[]): number {
  const times = waits.map(({ from, to, done }) => ({ hours: (to - from) / hour, done }));
  let survival = 1;
  for (const at of [...new Set(times.filter(({ done }) => done).map(({ hours }) => hours))].sort((a, b) => a - b)) {
    if (at > 336) break;
    const atRisk = times.filter(({ hours }) => hours >= at).length;
    const answered = times.filter(({ hours, done }) => done && hours === at).length;
    survival *= 1 - answered / atRisk;
    if (survival <= 0.5 + 1e-12) return at;
  }
  return 336;
}
