import type { Calendar } from './calendar.ts';
import type { Person } from './people.ts';
import type { Plant } from './plants.ts';
import { type Random, randomOf } from './random.ts';
import { type Course, type Seat, vigour } from './course.ts';
import { worded, type Wording } from './wording.ts';

export interface Post extends Wording {
  /** Unique over all courses. */
  readonly id: number;
  readonly discussion: number;
  /** 0: opens its discussion. */
  readonly parent: number;
  readonly author: Person;
  /** Of a learner's post. */
  readonly seat: Seat | undefined;
  readonly millis: number;
}

/** Who wants to write when, before it is decided whom they answer. */
interface Urge {
  readonly millis: number;
  readonly seat: Seat | undefined;
  readonly author: Person;
  /** The post a member of staff has decided to answer. */
  readonly answers?: Post;
}

const hour = 3_600_000;
const day = 24 * hour;
/** A question is answered rather than an answer. */
const openerPull = 2;
/** Posts older than this are hardly answered any more. */
const attention = 10 * day;

/**
 * The forum of one course, oldest post first. A learner who does not open a thread answers a recent post; which one
 * depends on how fresh it is, how much its author is attended to, past exchanges, group and region (indicators §5.5).
 */
export function forumOf(seed: number, course: Course, calendar: Calendar, firstId: number): Post[] {
  const random = randomOf(seed, 'forum', course.code);
  const groupOf = new Map(course.groups.flatMap((group, at) => group.map((seat) => [seat, at] as const)));
  const replies = new Map<string, number>();
  const answered = new Map<Post, number>();
  const posts: Post[] = [];
  const end = calendar.millis(calendar.weeks + 1, 0, 0);
  let waiting: Urge[] = [];
  let oldest = 0;

  for (const urge of learnerUrges(random, course, calendar)) {
    const due = waiting.filter(({ millis }) => millis <= urge.millis);
    waiting = waiting.filter(({ millis }) => millis > urge.millis);
    for (const each of [...due.toSorted((a, b) => a.millis - b.millis), urge]) write(each);
  }
  for (const each of waiting.toSorted((a, b) => a.millis - b.millis)) write(each);
  return posts;

  function write(urge: Urge): void {
    while (oldest < posts.length && posts[oldest]!.millis < urge.millis - attention) oldest++;
    const parent = urge.answers ?? (urge.seat && chosen(urge.seat, urge.millis));
    const kind = urge.seat ? (parent ? 'answer' : 'question') : parent ? 'staff_answer' : 'notice';
    const id = firstId + posts.length;
    const post: Post = {
      id,
      discussion: parent?.discussion ?? id,
      parent: parent?.id ?? 0,
      author: urge.author,
      seat: urge.seat,
      millis: urge.millis,
      ...worded(random, kind, course.topics, parent),
    };
    posts.push(post);
    if (parent) {
      answered.set(parent, (answered.get(parent) ?? 0) + 1);
      const pair = `${urge.author.sisId}>${parent.author.sisId}`;
      replies.set(pair, (replies.get(pair) ?? 0) + 1);
    }
    if (urge.seat && random.chance(staffAnswers(urge.seat, course.plant))) {
      const author = random.pick(course.staff);
      const millis = urge.millis + random.between(...course.plant.staffHours) * hour;
      if (millis < end) waiting.push({ millis, seat: undefined, author, answers: post });
    }
  }

  /** The post a learner answers; undefined: they open a thread. */
  function chosen(seat: Seat, millis: number): Post | undefined {
    const { answers } = seat.archetype;
    const toStaff = answers === 'staff' || random.chance(course.plant.turnsToStaff);
    if (answers !== 'staff' && random.chance(seat.archetype.opens ?? course.plant.opens)) return undefined;
    const recent = posts.slice(oldest).filter(({ author }) => author !== seat.learner);
    const at = random.weighted(recent.map((post) => pull(seat, post, millis, toStaff)));
    return recent[at];
  }

  function pull(seat: Seat, post: Post, millis: number, toStaff: boolean): number {
    const freshness = Math.exp(-(millis - post.millis) / (2 * day));
    if (!post.seat) return freshness * (toStaff ? 5 : 0.15);
    if (toStaff && seat.archetype.answers === 'staff') return 0;
    const partner = course.partnerOf.get(seat);
    if (partner) return freshness * (post.seat === partner ? 8 : 0.08);
    const forth = replies.get(`${seat.learner.sisId}>${post.author.sisId}`) ?? 0;
    // Being written to is no exchange: whom somebody never answered is no likelier to be answered now.
    const back = forth === 0 ? 0 : (replies.get(`${post.author.sisId}>${seat.learner.sisId}`) ?? 0);
    const group = groupOf.get(seat);
    return (
      freshness *
      (post.parent === 0 ? openerPull : 1) *
      post.seat.archetype.attraction *
      (1 + Math.min(3, forth + back)) *
      (group !== undefined && group === groupOf.get(post.seat) ? 2 : 1) *
      (seat.learner.region === post.seat.learner.region ? course.plant.sameRegion : 1) *
      ((answered.get(post) ?? 0) >= 3 ? 0.3 : 1)
    );
  }
}

/** Where the staff answers nobody, it does not answer those either who only turn to it. */
function staffAnswers({ archetype }: Seat, plant: Plant): number {
  return plant.staffAnswers === 0 ? 0 : (archetype.staffAnswers ?? plant.staffAnswers);
}

/** When learners feel like writing, and the staff's notice at the beginning of each week, in order. */
function learnerUrges(random: Random, course: Course, calendar: Calendar): Urge[] {
  const urges: Urge[] = [];
  for (let week = 1; week <= calendar.weeks; week++) {
    const author = course.staff[week % course.staff.length]!;
    urges.push({ millis: calendar.millis(week, 0, 9 * 60), seat: undefined, author });
    for (const seat of course.seats) {
      const mean =
        seat.archetype.postsPerWeek *
        course.plant.forumScale *
        seat.writes *
        seat.energy *
        vigour(seat, week, calendar);
      for (let left = random.poisson(mean); left > 0; left--) {
        const millis = calendar.millis(week, random.whole(0, 6), wakingMinute(random));
        urges.push({ millis, seat, author: seat.learner });
      }
    }
  }
  return urges.sort((a, b) => a.millis - b.millis);
}

/** A minute between 8 and 23 o'clock, most of them in the evening. */
export function wakingMinute(random: Random): number {
  return 60 * Math.max(random.between(8, 23), random.between(8, 23)) - random.unit();
}
