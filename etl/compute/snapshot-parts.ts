import type { CourseFacts } from './facts/course-facts.ts';
import { attendanceOf } from './signals/attendance.ts';

/** By node: whether the learner came, of every session ever offered to them, oldest first. */
export type LivePart = readonly (readonly boolean[])[];

export function liveOf(people: readonly number[], facts: CourseFacts, asOf: number, zone: string): LivePart {
  const members = new Map(facts.members.map((member) => [member.personId, member]));
  const groups = Map.groupBy(facts.groups, ({ personId }) => personId);
  return people.map((person) => {
    const joined = new Set((groups.get(person) ?? []).filter(({ from }) => from < asOf).map(({ group }) => group));
    return attendanceOf(members.get(person)!, joined, facts.sessions, asOf, zone, Infinity).came;
  });
}

/** Groups of these kinds divide the class; members of the others work together. */
const divisions = ['cohort', 'section'];

/** Where everybody stands at T. By node unless it says otherwise. */
export interface Places {
  /** First instant of the enrolment, or of the course where that is open. */
  readonly enrolledAt: readonly number[];
  /** Working groups, and the members of each. */
  readonly groupsOf: readonly ReadonlySet<string>[];
  readonly membersOf: ReadonlyMap<string, readonly number[]>;
  /** For aggregates only. */
  readonly categories: Readonly<Record<Division, readonly (string | null)[]>>;
  /** The first peer tie of a person; undefined: there was none before T. */
  readonly firstPeerTieAt: (person: number) => number | undefined;
}

/** What a class may fall apart by (C11). */
export type Division = 'group' | 'cohort' | 'region' | 'timeZone';

export function placesOf(people: readonly number[], facts: CourseFacts, asOf: number, courseStart: number): Places {
  const members = new Map(facts.members.map((member) => [member.personId, member]));
  const spans = Map.groupBy(
    facts.groups.filter((span) => span.from < asOf && span.to >= asOf && members.get(span.personId)?.learner),
    ({ personId }) => personId,
  );
  const groupsOf = people.map((person) => groupsAmong(spans.get(person), (kind) => !divisions.includes(kind)));
  const membersOf = new Map<string, number[]>();
  for (const [person, own] of spans) {
    for (const { group } of own) membersOf.set(group, [...(membersOf.get(group) ?? []), person]);
  }
  const ever = firstPeerTies(facts.ties);
  return {
    enrolledAt: people.map((person) => Math.max(courseStart, members.get(person)?.learner?.from ?? courseStart)),
    groupsOf,
    membersOf,
    firstPeerTieAt(person) {
      const at = ever.get(person);
      return at === undefined || at >= asOf ? undefined : at;
    },
    categories: {
      group: groupsOf.map(first),
      cohort: people.map((person) => first(groupsAmong(spans.get(person), (kind) => kind === 'cohort'))),
      region: people.map((person) => facts.regions.get(person) ?? null),
      timeZone: people.map((person) => members.get(person)?.timezone ?? null),
    },
  };
}

const firstTies = new WeakMap<CourseFacts['ties'], ReadonlyMap<number, number>>();

/** Read once for all weeks of a course; its ties are in the order of time. */
function firstPeerTies(ties: CourseFacts['ties']): ReadonlyMap<number, number> {
  const known = firstTies.get(ties);
  if (known !== undefined) return known;
  const first = new Map<number, number>();
  for (const { layer, source, target, at } of ties) {
    if (layer === 'staff') continue;
    if (!first.has(source)) first.set(source, at);
    if (!first.has(target)) first.set(target, at);
  }
  firstTies.set(ties, first);
  return first;
}

const groupsAmong = (
  spans: CourseFacts['groups'] | undefined,
  wanted: (kind: string) => boolean,
): ReadonlySet<string> => new Set((spans ?? []).filter(({ kind }) => wanted(kind)).map(({ group }) => group));

const first = (groups: ReadonlySet<string>): string | null => groups.values().next().value ?? null;
