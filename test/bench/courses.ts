import type { RecordInput } from '@kith/etl/records/record.ts';
import { randomOf, type Random } from '@kith/etl/simulate/random.ts';

import { loadRecords } from '../support/load-records.ts';
import type { Place } from './place.ts';

/** Learners of one course after the other: 100 on average, from a seminar to a lecture. */
export const sizes = [30, 60, 60, 80, 120, 250];
export const weeks = 12;
/** With posts and presence some two hundred facts a learner and course: ten million of fifty thousand. */
const viewsAWeek = 15;
/** Courses a load: a fixed cost a load, and memory for its records. */
const atOnce = 10;
const start = Date.parse('2026-01-05T00:00:00Z');
const [hourMs, dayMs, weekMs] = [3_600_000, 86_400_000, 604_800_000];
const at = (ms: number): string => new Date(start + ms).toISOString();

/** Loads courses of 30 to 250 learners and twelve weeks: a forum, a class a week and a log. Returns how many rows they were. */
export async function loadCourses({ etl }: Place, institutionId: number, count: number): Promise<number> {
  let rows = 0;
  for (let first = 1; first <= count; first += atOnce) {
    const numbers = Array.from({ length: Math.min(atOnce, count - first + 1) }, (_, place) => first + place);
    const records = numbers.flatMap((number) => [...courseRecords(`course-${number}`, sizes[number % sizes.length]!)]);
    const report = await loadRecords(etl, institutionId, records);
    if (report.state !== 'visible' || report.rejected > 0) throw new Error(`Course ${first} is ${report.state}.`);
    rows += report.read;
  }
  return rows;
}

function* courseRecords(course: string, learners: number): Generator<RecordInput> {
  const random = randomOf(2026, course);
  yield { type: 'course', key: course, title: course, startsOn: '2026-01-05', endsOn: '2026-03-29', timezone: 'UTC' };
  const people = Array.from({ length: learners }, (_, index) => `${course}-l${index}`);
  for (const [index, key] of [`${course}-teacher`, ...people].entries()) {
    const role = index === 0 ? 'teacher' : 'learner';
    yield { type: 'person', key, displayName: `Person ${key}` };
    yield { type: 'enrolment', key: `${key} in ${course}`, course, person: key, role };
  }
  for (let week = 0; week < weeks; week++) yield* oneWeek(course, week, people, random);
}

function* oneWeek(course: string, week: number, people: readonly string[], random: Random): Generator<RecordInput> {
  const whenever = (): string => at(week * weekMs + Math.floor(random.unit() * (weekMs - hourMs)));
  for (let thread = 0; thread < people.length / 5; thread++) {
    const opener = `${course} ${week} ${thread}`;
    const post = { type: 'post' as const, course, thread: opener };
    const asked = week * weekMs + random.whole(0, 4) * dayMs;
    yield { ...post, key: opener, author: random.pick(people), createdAt: at(asked) };
    for (let answer = 0; answer < random.whole(0, 5); answer++) {
      const createdAt = at(asked + random.whole(1, 48) * hourMs);
      yield { ...post, key: `${opener} ${answer}`, parent: opener, author: random.pick(people), createdAt };
    }
  }
  const session = `${course} class ${week}`;
  const begins = week * weekMs + 2 * dayMs + 10 * hourMs;
  const [startsAt, endsAt] = [at(begins), at(begins + hourMs)];
  yield { type: 'session', key: session, course, kind: 'class', startsAt, endsAt };
  for (const person of people) {
    const key = `${session} ${person}`;
    if (random.chance(0.7)) {
      yield {
        type: 'presence',
        key,
        session,
        person,
        status: 'present',
        joinAt: startsAt,
        leaveAt: endsAt,
        precision: 'interval',
      };
    }
    for (let view = 0; view < viewsAWeek; view++) {
      const object = `page-${random.whole(1, 40)}`;
      yield {
        type: 'activity',
        key: `${key} ${view}`,
        course,
        person,
        verb: 'viewed',
        objectType: 'page',
        object,
        at: whenever(),
      };
    }
  }
}
