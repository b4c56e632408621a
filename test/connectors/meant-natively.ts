import type { RecordInput } from '@kith/etl/records/record.ts';
import { visitsOf } from '@kith/etl/simulate/browsing.ts';
import { type Calendar, instantOf } from '@kith/etl/simulate/calendar.ts';
import { programmes } from '@kith/etl/simulate/catalogue.ts';
import type { Course } from '@kith/etl/simulate/course.ts';
import { sessionsOf } from '@kith/etl/simulate/live.ts';
import { nameOf } from '@kith/etl/simulate/people.ts';
import { contributionsOf, pulseItems, pulseOf, reviewsOf } from '@kith/etl/simulate/tutoring.ts';
import type { University } from '@kith/etl/simulate/university.ts';

/** One line a record: its type and the values that mean something, undefined ones as nothing. */
export const line = (...values: readonly (string | number | boolean | undefined)[]): string =>
  values.map((value) => String(value ?? '')).join(' | ');

const site = 'https://moodle.northlea.example';
const pages = {
  course: ['viewed', 'course', (id: number) => `course/view.php?id=${id}`],
  page: ['viewed', 'resource', (id: number) => `mod/page/view.php?id=${id}`],
  discussion: ['viewed', 'forum', (id: number) => `mod/forum/discuss.php?d=${id}`],
  quiz: ['completed', 'quiz', (id: number) => `mod/quiz/attempt.php?attempt=${id}`],
  assignment: ['submitted', 'assignment', (id: number) => `mod/assign/view.php?id=${id}#submission`],
} as const;

/** Every visit that is not lost in an outage, as the statement about it is to be read. */
export function statementsMeant({ courses, calendar }: University, seed: number): string[] {
  return courses.flatMap((course, at) => {
    const own = `${site}/course/view.php?id=${at + 2}`;
    const weeks = Array.from({ length: calendar.weeks }, (_, week) => week + 1);
    const visits = weeks
      .filter((week) => course.plant.logOutage !== week)
      .flatMap((week) => visitsOf(seed, course, calendar, week));
    return visits.map(({ seat, millis, what, number }) => {
      const [verb, type, address] = pages[what];
      const object = what === 'course' ? own : `${site}/${address((at + 1) * 1000 + number)}`;
      return line(
        'activity',
        own,
        `mbox:${seat.learner.shownEmail.toLowerCase()}`,
        verb,
        object,
        type,
        instantOf(millis),
      );
    });
  });
}

/** The tables of tutors: all they keep by hand of every course. */
export function tablesMeant(university: University, seed: number): string[] {
  const { calendar, courses, learners } = university;
  return [
    ...courses.map(({ code, title }) => line('course', code, title, 'course')),
    ...programmes.map(({ id, title }) => line('course', id, title, 'programme')),
    ...learners.map(({ sisId, region, timezone }) => line('person', sisId, region, timezone)),
    ...learners.map(({ sisId, programme }) => line('enrolment', programme, sisId, 'learner', calendar.startsOn)),
    ...courses.flatMap((course) => courseMeant(course, calendar, seed)),
  ];
}

function courseMeant(course: Course, calendar: Calendar, seed: number): string[] {
  const { code, groups, seats } = course;
  const formed = calendar.day(Math.min(3, calendar.weeks), 0);
  const groupId = (at: number) => `${code}-g${at + 1}`;
  const rooms = sessionsOf(seed, course, calendar).flatMap(({ week, rooms: own }) =>
    own.map((room, at) => ({ ...room, id: `${code}-w${week}-room${at + 1}`, title: `Room ${at + 1}` })),
  );
  const studied = seats.filter(({ archetype }) => archetype.id === 'offline_connected');
  return [
    ...seats
      .filter(({ learner }) => learner.optedOut)
      .map(({ learner }) => line('consent', code, learner.sisId, 'analytics', false)),
    ...studied.map(({ learner }) => line('declaration', code, learner.sisId, 'study_group')),
    ...groups.map((_, at) => line('group', code, groupId(at), `Group ${at + 1}`, formed)),
    ...groups.flatMap((members, at) =>
      members.map(({ learner }) => line('membership', code, groupId(at), learner.sisId, formed)),
    ),
    ...contributionsOf(seed, course, calendar).map(({ seat, group, millis }) =>
      line('activity', code, seat.learner.sisId, 'edited', groupId(group), 'group', instantOf(millis)),
    ),
    ...rooms.map(({ id, title, startsAt, endsAt }) =>
      line('session', code, id, title, 'breakout', instantOf(startsAt), instantOf(endsAt)),
    ),
    ...rooms.flatMap(({ id, startsAt, endsAt, seats: within }) =>
      within
        .filter(({ learner }) => !learner.unmatched)
        .map(({ learner }) => line('presence', id, learner.sisId, instantOf(startsAt), instantOf(endsAt))),
    ),
    ...reviewsOf(seed, course, calendar).map(({ giver, receiver, week, allottedAt, givenAt, words }) =>
      line(
        ...['feedback', code, `${code} draft ${week}`, giver.learner.sisId, receiver.learner.sisId],
        ...[instantOf(allottedAt), givenAt === undefined ? '' : instantOf(givenAt), givenAt === undefined ? '' : words],
      ),
    ),
    ...pulseOf(seed, course, calendar).map(({ seat, week, millis, values }) => {
      const answers = pulseItems.map((item, which) => `${item}=${values[which]}`).join(',');
      return line('survey_response', code, seat.learner.sisId, `week ${week}`, answers, instantOf(millis));
    }),
  ];
}

/** Accounts that an administrator keeps: who is who, and which course is which. */
export function accountsMeant({ courses, learners }: University): string[] {
  const staff = [...new Set(courses.flatMap((course) => course.staff))];
  return [
    ...courses.map(({ code, title }) => line('course', code, title, 'course')),
    ...learners.map((one) =>
      line('account', one.moodleId, nameOf(one), one.unmatched ? '' : one.sisId, one.shownEmail.toLowerCase()),
    ),
    ...staff.map((one) => line('account', one.moodleId, nameOf(one), one.sisId, one.email.toLowerCase())),
  ];
}

const day = (instant: string | undefined) => instant?.slice(0, 10);

/** The same line of what was read. A person of a table of accounts has an address, one of the tutors' tables a region. */
export function lineOf(record: RecordInput): string {
  const { type } = record;
  const claim = (scheme: string) =>
    record.type === 'person' ? record.claims?.find((each) => each.scheme === scheme)?.value : undefined;
  switch (type) {
    case 'course':
      return line(type, record.key, record.title, record.kind);
    case 'person':
      return claim('email') === undefined
        ? line(type, record.key, record.attributes?.region, record.timezone)
        : line('account', record.key, record.displayName, claim('sis'), claim('email'));
    case 'enrolment':
      return line(type, record.course, record.person, record.role, day(record.from));
    case 'consent':
      return line(type, record.course, record.person, record.purpose, record.granted);
    case 'declaration':
      return line(type, record.course, record.person, record.kind);
    case 'group':
      return line(type, record.course, record.key, record.title, day(record.from));
    case 'membership':
      return line(type, record.course, record.group, record.person, day(record.from));
    case 'activity':
      return line(type, record.course, record.person, record.verb, record.object, record.objectType, record.at);
    case 'session':
      return line(type, record.course, record.key, record.title, record.kind, record.startsAt, record.endsAt);
    case 'presence':
      return line(type, record.session, record.person, record.joinAt, record.leaveAt);
    case 'feedback':
      return line(
        ...[type, record.course, record.activity, record.giver, record.receiver],
        ...[record.allottedAt, record.givenAt, record.words],
      );
    case 'survey_response': {
      const answers = record.items.map(({ item, number }) => `${item}=${number}`).join(',');
      return line(type, record.course, record.person, record.wave, answers, record.answeredAt);
    }
    default:
      return `nothing that was written: ${type}`;
  }
}
