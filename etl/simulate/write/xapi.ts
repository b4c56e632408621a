import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import { type Visit, type Visited, visitsOf } from '../browsing.ts';
import { instantOf } from '../calendar.ts';
import { institution } from '../catalogue.ts';
import { nameOf } from '../people.ts';
import { type Random, randomOf } from '../random.ts';
import type { Course } from '../course.ts';
import type { University } from '../university.ts';
import type { Files } from './files.ts';

const site = `https://moodle.${institution.domain}`;
const viewed = 'http://id.tincanapi.com/verb/viewed';

interface Kind {
  readonly verb: string;
  readonly type: string;
  readonly name: string;
  readonly address: (id: number) => string;
}

const kinds: Record<Visited, Kind> = {
  course: { verb: viewed, type: '', name: '', address: (id) => `course/view.php?id=${id}` },
  page: {
    verb: viewed,
    type: 'http://adlnet.gov/expapi/activities/module',
    name: 'Reading',
    address: (id) => `mod/page/view.php?id=${id}`,
  },
  discussion: {
    verb: viewed,
    type: 'http://id.tincanapi.com/activitytype/discussion',
    name: 'Discussion',
    address: (id) => `mod/forum/discuss.php?d=${id}`,
  },
  quiz: {
    verb: 'http://adlnet.gov/expapi/verbs/completed',
    type: 'http://adlnet.gov/expapi/activities/attempt',
    name: 'Quiz',
    address: (id) => `mod/quiz/attempt.php?attempt=${id}`,
  },
  assignment: {
    verb: 'http://activitystrea.ms/schema/1.0/submit',
    type: 'https://xapi.edlm/profiles/edlm-lms/concepts/activity-types/submission',
    name: 'Assignment',
    address: (id) => `mod/assign/view.php?id=${id}#submission`,
  },
};

/**
 * Statements as Moodle's plugin sends them to a store (actors by mbox, courses with their short name and idnumber),
 * oldest first, one per line. Forum posts are switched off there, because the forum's own export has them.
 */
export async function writeStatements(files: Files, seed: number, university: University): Promise<number> {
  const { courses, calendar } = university;
  const gzip = createGzip({ level: constants.Z_BEST_SPEED });
  const file = createWriteStream(await files.open('moodle-lrs/statements.ndjson.gz'));
  const done = finished(gzip.pipe(file));
  const random = randomOf(seed, 'statement ids');
  const places = new Map(courses.map((course, at) => [course, placeOf(course, at)]));
  let count = 0;
  for (let week = 1; week <= calendar.weeks; week++) {
    const logged = courses.filter(({ plant }) => plant.logOutage !== week);
    const visits = logged.flatMap((course) => visitsOf(seed, course, calendar, week));
    visits.sort((a, b) => a.millis - b.millis);
    count += visits.length;
    const lines = visits.map((visit) => statement(visit, places.get(visit.course)!, uuid(random))).join('');
    if (!gzip.write(lines)) await once(gzip, 'drain');
  }
  gzip.end();
  await done;
  return count;
}

interface Place {
  /** Added to the numbers of the course's pages, so that no two courses share an address. */
  readonly from: number;
  readonly moodleId: number;
  /** The course as an activity, in JSON. */
  readonly activity: string;
}

function placeOf({ code, title }: Course, at: number): Place {
  const moodleId = at + 2;
  const lms = 'https://w3id.org/learning-analytics/learning-management-system';
  const activity = JSON.stringify({
    id: `${site}/course/view.php?id=${moodleId}`,
    definition: {
      type: 'https://w3id.org/xapi/cmi5/activitytype/course',
      name: { en: title },
      extensions: { [`${lms}/short-id`]: code, [`${lms}/external-id`]: code },
    },
  });
  return { from: (at + 1) * 1000, moodleId, activity };
}

/** Written by hand: a hundred thousand of these through JSON.stringify cost a second more. */
function statement({ seat, millis, what, number }: Visit, { from, moodleId, activity }: Place, id: string): string {
  const { verb, type, name, address } = kinds[what];
  const { learner } = seat;
  const thing =
    what === 'course'
      ? activity
      : `{"id":"${site}/${address(from + number)}","definition":{"type":"${type}","name":{"en":"${name} ${number}"}}}`;
  const parent = what === 'course' ? '' : `,"parent":[${activity}]`;
  const session = `{"http://lrs.learninglocker.net/define/extensions/info":{"event_course":${moodleId}}}`;
  return (
    `{"id":"${id}","actor":{"name":"${nameOf(learner)}","mbox":"mailto:${learner.shownEmail}"},` +
    `"verb":{"id":"${verb}"},"object":${thing},` +
    `"context":{"contextActivities":{"category":[{"id":"${site}"}]${parent}},"extensions":${session}},` +
    `"timestamp":"${instantOf(millis)}","version":"1.0.3"}\n`
  );
}

function uuid(random: Random): string {
  const hex = () =>
    Math.floor(random.unit() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0');
  const [a, b, c] = [hex(), hex(), hex()];
  return `${hex()}-${a.slice(0, 4)}-4${a.slice(5)}-a${b.slice(1, 4)}-${b.slice(4)}${c}`;
}
