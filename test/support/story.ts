import type { RecordInput } from '@kith/etl/records/record.ts';
import { at } from './small-course.ts';
import { grammar } from './story-lines.ts';

/** A course told in lines: "d3 09:00 ana posts q1". Day 0 is the first Monday, times are UTC. */
export interface Story {
  /** "ana", "?zoe" (in the roster, seen nowhere), "cai@4" (enrolled from day 4). Everybody else is seen on day 1. */
  readonly people?: string;
  /** So many learners l00, l01 … of whom each asks (`l00.0` on day 0) and the next answers (`l00.0.a`), on four Mondays. */
  readonly ring?: number;
  /** The space of the ring's posts. */
  readonly ringSpace?: string;
  readonly given?: readonly string[];
}

/** The story as records of a course of its own: every name carries the course's, so stories can share a database. */
export function recordsOf(course: string, story: Story): RecordInput[] {
  const ring = Array.from({ length: story.ring ?? 0 }, (_, index) => `l${String(index).padStart(2, '0')}`);
  const inRing = story.ringSpace === undefined ? '' : ` in ${story.ringSpace}`;
  const people = (story.people ?? '').split(' ').filter(Boolean);
  const lines = [
    ...[0, 7, 14, 21].flatMap((day) =>
      ring.flatMap((author, index) => {
        const key = `${author}.${String(day)}`;
        return [
          `d${String(day)} 08:00 ${author} is here`,
          `d${String(day)} 09:00 ${author} posts ${key}${inRing}`,
          `d${String(day)} 15:00 ${ring[(index + 1) % ring.length]!} answers ${key} as ${key}.a${inRing}`,
        ];
      }),
    ),
    ...people.filter((one) => !one.startsWith('?')).map((one) => `d1 07:00 ${bare(one)} is here`),
    ...(story.given ?? []).filter((line) => !/ (lives in|keeps) /.test(line)),
  ];
  return [
    { type: 'course', key: course, startsOn: '2026-01-05', timezone: 'UTC' },
    ...[...ring, ...people, 'tut'].flatMap((one) => personOf(course, one, story.given ?? [])),
    ...lines.flatMap((line) => told(course, line)),
  ];
}

const bare = (person: string): string => person.replace(/^\?/, '').replace(/@.*$/, '');

function personOf(course: string, one: string, given: readonly string[]): RecordInput[] {
  const key = bare(one);
  const from = /@(\d+)$/.exec(one)?.[1];
  const region = given.flatMap((line) => new RegExp(`^${key} lives in (\\S+)$`).exec(line)?.[1] ?? [])[0];
  const timezone = given.flatMap((line) => new RegExp(`^${key} keeps (\\S+)$`).exec(line)?.[1] ?? [])[0];
  const records: RecordInput[] = [
    {
      type: 'person',
      key,
      displayName: `${course}/${key}`,
      ...(region && { attributes: { region } }),
      ...(timezone && { timezone }),
    },
    {
      type: 'enrolment',
      key,
      course,
      person: key,
      role: key === 'tut' ? 'teacher' : 'learner',
      ...(from && { from: at(Number(from), 0) }),
    },
  ];
  return records.map((record) => owned(course, record));
}

function told(course: string, line: string): RecordInput[] {
  for (const [pattern, records] of grammar) {
    const match = pattern.exec(line);
    if (match) return records(course, ...match.slice(1)).map((record) => owned(course, record));
  }
  throw new Error(`Nobody understands "${line}".`);
}

/** Fields that name something: one source knows each name once, so every story has its own. */
const names = 'key person author giver receiver mentor mentee thread parent post session group space object'.split(' ');

const owned = (course: string, record: RecordInput): RecordInput =>
  Object.fromEntries(
    Object.entries(record).map(([field, value]) => [
      field,
      names.includes(field) && typeof value === 'string' ? `${course}/${value}` : value,
    ]),
  ) as RecordInput;
