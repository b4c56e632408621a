import { writeFile } from 'node:fs/promises';

import { randomOf, type Random } from '@kith/etl/simulate/random.ts';

const start = Date.parse('2026-01-05T00:00:00Z');
const courses = 3;
const learners = 40;

/** What the file of the faults holds, by part. */
export interface Material {
  readonly file: string;
  readonly lines: number;
}

/** Writes courses of every kind of row a load knows: people, talk, classes, activity, rows said twice, rows that are wrong. */
export async function writeMaterial(
  file: string,
  { activity, posts }: { activity: number; posts: number },
): Promise<Material> {
  const random = randomOf(2026, 'faults', activity);
  const lines = [...records(random, activity, posts)].map((record) => JSON.stringify(record));
  await writeFile(file, `${lines.join('\n')}\n`);
  return { file, lines: lines.length };
}

function* records(random: Random, activity: number, posts: number): Generator<object> {
  const at = () =>
    new Date(start + Math.floor(random.unit() * 70) * 86_400_000 + random.whole(0, 86_399) * 1000).toISOString();
  const place = () => {
    const course = random.whole(1, courses);
    return { course: `course-${course}`, person: `c${course}-${random.whole(1, learners)}` };
  };
  for (let course = 1; course <= courses; course++) {
    yield {
      type: 'course',
      key: `course-${course}`,
      title: `Course ${course}`,
      startsOn: '2026-01-05',
      endsOn: '2026-03-15',
    };
    yield { type: 'space', key: `forum-${course}`, course: `course-${course}`, kind: 'forum', title: 'Forum' };
    for (let number = 1; number <= learners; number++) {
      const person = `c${course}-${number}`;
      yield {
        type: 'person',
        key: person,
        displayName: `Person ${person}`,
        claims: [{ scheme: 'email', value: `${person}@example.org` }],
      };
      yield { type: 'enrolment', key: `${person} in`, person, course: `course-${course}`, role: 'learner' };
    }
  }
  for (let number = 0; number < posts; number++) yield post(number, place(), at(), random);
  for (let number = 0; number < posts / 2; number++) {
    yield {
      type: 'reaction',
      key: `r${number}`,
      post: `p${random.whole(0, posts - 1)}`,
      person: place().person,
      kind: 'like',
    };
  }
  for (let number = 0; number < activity; number++) {
    const { course, person } = place();
    const row = {
      type: 'activity',
      key: `a${number}`,
      course,
      person,
      verb: 'viewed',
      objectType: 'page',
      object: `page-${random.whole(1, 40)}`,
      at: at(),
    };
    yield row;
    if (number % 1000 === 7) yield row; // said twice
    if (number % 1000 === 9) yield { ...row, key: `b${number}`, at: 'some day' }; // refused
  }
}

function post(
  number: number,
  { course, person }: { course: string; person: string },
  createdAt: string,
  random: Random,
) {
  const opens = number % 4 === 0;
  const thread = `t${number - (number % 4)}`;
  return {
    type: 'post',
    key: `p${number}`,
    course,
    space: `forum-${course.slice('course-'.length)}`,
    thread,
    ...(opens ? {} : { parent: `p${number - random.whole(1, number % 4)}` }),
    author: person,
    createdAt,
    words: random.whole(1, 300),
  };
}
