import type { CourseFacts } from './facts/course-facts.ts';
import { daysWithin } from './facts/active-days.ts';
import type { QuarterDay } from './facts/actions.ts';
import type { CourseWeek } from './calendar.ts';
import { buildNetwork, type Network } from '../measures/network.ts';
import type { TieEvent } from './facts/tie-event.ts';
import { networkKinds } from '../ties/index.ts';
import type { LearnerSignals, LearnerWeek } from '../score/types.ts';
import { peersAt, type SnapshotSignals } from './signals/course-signals.ts';
import type { Contacts } from './signals/contact.ts';
import { decay, tiesInWindow } from './signals/contact.ts';
import { isConnected } from './signals/visibility.ts';
import { lastDayOf } from './signals/presence.ts';
import { liveOf, placesOf, type LivePart, type Places } from './snapshot-parts.ts';
import type { WrittenPost } from './writing.ts';

const fourWeeksMs = 672 * 3_600_000;

/**
 * One course at T, in memory: what indicators may look at, and nothing from T on. Its nodes are E without those who
 * opted out; arrays that say "by node" are in their order. Built once a course-week.
 */
export interface CourseSnapshot extends Places {
  /** T, in ms. */
  readonly asOf: number;
  /** Of the course, from 1. */
  readonly week: number;
  /** Course-local last day of the week, in days since 1970-01-01. */
  readonly lastDay: number;
  /** IANA zone of the course. */
  readonly zone: string;
  /** Person ids by node, and back. */
  readonly people: readonly number[];
  readonly nodeOf: ReadonlyMap<number, number>;
  /** Layer direct_peer in the 42-day window, decayed, without staff. */
  readonly network: Network;
  /** The same a week ago; null in the first week. */
  readonly networkBefore: Network | null;
  readonly contacts: Contacts;
  /** By node. */
  readonly signals: readonly LearnerSignals[];
  readonly weeks: readonly LearnerWeek[];
  /** Sessions offered since enrolment, by node. */
  readonly live: LivePart;
  /** Events before T. Ties: all layers, in the 42-day window, without those of being in one room. */
  readonly ties: CourseFacts['ties'];
  readonly writing: readonly WrittenPost[];
  readonly parentsKnown: boolean;
  readonly sessions: CourseFacts['sessions'];
  readonly stays: CourseFacts['stays'];
  readonly breakouts: CourseFacts['breakouts'];
  readonly recordings: CourseFacts['recordings'];
  readonly contributions: CourseFacts['contributions'];
  readonly feedback: CourseFacts['feedback'];
  readonly surveyAnswers: CourseFacts['surveyAnswers'];
  readonly reactions: CourseFacts['reactions'];
  /** What somebody did by quarter of a day, up to the last day. */
  readonly actionsOf: (person: number) => readonly QuarterDay[];
  readonly daysOf: (person: number) => readonly number[];
  readonly forumDaysOf: (person: number) => readonly number[];
  /** Posts in the last 28 days, by node. */
  readonly posts: Uint32Array;
  /** Whether there was any own event in the last seven days, by node. */
  readonly active: readonly boolean[];
  /** Isolation score by node; null where there is none. */
  readonly scores: readonly (number | null)[];
  /** Share of the score's weights that could be seen, by node. */
  readonly coverage: readonly (number | null)[];
  /** Whether a roster says who belongs here. Without one, a share of the class has no denominator and is null. */
  readonly roster: boolean;
  /** Whether a forum is connected. Without one, nobody's silence in it means anything. */
  readonly forum: boolean;
  readonly activity: boolean;
  readonly staffKnown: boolean;
}

export interface SnapshotInput {
  readonly facts: CourseFacts;
  readonly writing: readonly WrittenPost[];
  readonly week: CourseWeek;
  readonly zone: string;
  readonly courseStart: number;
  readonly signals: SnapshotSignals;
  readonly learners: readonly LearnerWeek[];
  readonly networkBefore: Network | null;
}

export function snapshotAt(input: SnapshotInput): CourseSnapshot {
  const { facts, week, signals, networkBefore } = input;
  const asOf = week.end;
  const people = [...signals.peers];
  const lastDay = lastDayOf(week);
  const signalsOf = new Map(signals.learners.map((learner) => [learner.learnerId, learner]));
  const weekOf = new Map(input.learners.map((learner) => [learner.learnerId, learner]));
  const weeks = people.map((person) => weekOf.get(String(person))!);
  const ties = tiesInWindow(oneToOne(facts), asOf);
  const writing = input.writing.filter(({ at }) => at < asOf);
  const past = <Row extends { readonly at: number }>(rows: readonly Row[]): readonly Row[] =>
    rows.filter(({ at }) => at < asOf);
  return {
    asOf,
    week: week.week,
    lastDay,
    zone: input.zone,
    people,
    nodeOf: new Map(people.map((person, node) => [person, node])),
    network: decayedNetwork(people, facts, asOf),
    networkBefore,
    contacts: signals.contacts,
    signals: people.map((person) => signalsOf.get(String(person))!),
    weeks,
    ...placesOf(people, facts, asOf, input.courseStart),
    live: liveOf(people, facts, asOf, input.zone),
    ties,
    writing,
    parentsKnown: writing.some((post) => post.parentsKnown),
    sessions: facts.sessions.filter(({ end }) => end < asOf),
    stays: past(facts.stays),
    breakouts: past(facts.breakouts),
    recordings: past(facts.recordings),
    contributions: past(facts.contributions),
    feedback: facts.feedback.filter(({ from }) => (from ?? -Infinity) < asOf),
    surveyAnswers: past(facts.surveyAnswers),
    reactions: past(facts.reactions),
    actionsOf: once((person) => (facts.actions.get(person) ?? []).filter(({ day }) => day <= lastDay)),
    forumDaysOf: once((person) => (facts.forumDays.get(person) ?? []).filter((day) => day <= lastDay)),
    daysOf: once((person) => (facts.activeDays.get(person) ?? []).filter((day) => day <= lastDay)),
    posts: postCounts(
      people,
      writing.filter(({ at }) => asOf - at <= fourWeeksMs),
    ),
    active: people.map((person) => daysWithin(facts.activeDays.get(person), lastDay - 6, lastDay) > 0),
    scores: weeks.map((learner) => learner.score),
    coverage: weeks.map((learner) => learner.coverage),
    roster: facts.members.some((member) => member.learner !== null && !member.provisional),
    forum: isConnected(facts.connections.forum, asOf),
    activity: isConnected(facts.connections.activity, asOf),
    staffKnown: facts.members.some((member) => member.staff !== null),
  };
}

/** Several indicators ask the same of everybody. */
function once<Answer>(answer: (person: number) => Answer): (person: number) => Answer {
  const known = new Map<number, Answer>();
  return (person) => {
    const said = known.get(person) ?? answer(person);
    known.set(person, said);
    return said;
  };
}

/** The network at the end of a week: what the next week looks back at. */
export function networkAt(facts: CourseFacts, asOf: number): Network {
  return decayedNetwork([...peersAt(facts, asOf)], facts, asOf);
}

/** The peers' network of the 42 days before T, each tie as much as is left of it. */
function decayedNetwork(people: readonly number[], facts: CourseFacts, asOf: number): Network {
  const ties = tiesInWindow(oneToOne(facts), asOf);
  return peerNetwork(people, ties, (tie) => decay(tie.at, asOf));
}

const known = new WeakMap<CourseFacts, readonly TieEvent[]>();

/** Ties that no room made: a few hundred among the thousands that sessions make, asked for every week. */
function oneToOne(facts: CourseFacts): readonly TieEvent[] {
  const ties = known.get(facts) ?? facts.ties.filter(({ kind }) => !rooms.includes(kind));
  known.set(facts, ties);
  return ties;
}

/** Everybody with everybody: what they say of two people is in the contacts. */
const rooms = ['live_session', 'breakout', 'group_work'];

const isAddressed = ({ layer, kind }: TieEvent): boolean => layer === 'direct_peer' && networkKinds.includes(kind);

/** G of §9.1.3: arcs of people who addressed each other by choice, without staff. */
export function peerNetwork(
  peers: readonly number[],
  ties: readonly TieEvent[],
  weigh: (tie: TieEvent) => number = () => 1,
): Network {
  return buildNetwork(
    peers.map(String),
    ties
      .filter(isAddressed)
      .map((tie) => ({ source: String(tie.source), target: String(tie.target), weight: tie.weight * weigh(tie) })),
  );
}

/** Posts by person, in the order of `people`, zeros included. */
export function postCounts(people: readonly number[], posts: readonly { readonly author: number }[]): Uint32Array {
  const place = new Map(people.map((person, index) => [person, index]));
  const counts = new Uint32Array(people.length);
  for (const { author } of posts) {
    const index = place.get(author);
    if (index !== undefined) counts[index]! += 1;
  }
  return counts;
}
