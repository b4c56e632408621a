import { Temporal } from 'temporal-polyfill';
import type { Calendar } from '../calendar.ts';
import type { LiveSession, Stay } from '../live.ts';
import { type Learner, nameOf } from '../people.ts';
import type { Course } from '../course.ts';
import type { Files } from './files.ts';

/** Attendance reports as Teams saves them since 2022: UTF-16LE with a mark, tabs, numbered sections, local times. */
export async function writeReports(
  files: Files,
  course: Course,
  sessions: readonly LiveSession[],
  calendar: Calendar,
): Promise<void> {
  for (const session of sessions) {
    const day = calendar.day(session.week, course.session.day);
    const text = `\uFEFF${report(course, session, calendar.timezone)}`;
    await files.write(`teams/${course.code}/${course.code} attendance ${day}.csv`, Buffer.from(text, 'utf16le'));
  }
}

function report(course: Course, { week, startsAt, endsAt, stays }: LiveSession, zone: string): string {
  const people = [...Map.groupBy(stays, ({ person }) => person.sisId).values()];
  const when = clockOf(zone);
  const seconds = people.map((own) => total(own));
  const average = seconds.reduce((sum, each) => sum + each, 0) / people.length;
  const lines = [
    ['1. Summary'],
    ['Meeting title', `${course.code} live session, week ${week}`],
    ['Attended participants', people.length],
    ['Start time', when(Math.min(startsAt, ...stays.map(({ join }) => join)))],
    ['End time', when(endsAt)],
    ['Meeting duration', duration((endsAt - startsAt) / 1000)],
    ['Average attendance time', duration(average)],
    [],
    ['2. Participants'],
    ['Name', 'First Join', 'Last Leave', 'In-Meeting Duration', 'Email', 'Participant ID (UPN)', 'Role'],
    ...people.map((own) => {
      const [first, last] = [own[0]!, own.at(-1)!];
      const address = addressOf(first);
      return [
        nameOf(first.person),
        when(first.join),
        when(last.leave),
        duration(total(own)),
        address,
        address,
        role(course, first),
      ];
    }),
    [],
    ['3. In-Meeting Activities'],
    ['Name', 'Join Time', 'Leave Time', 'Duration', 'Email', 'Role'],
    ...stays.map((stay) => [
      nameOf(stay.person),
      when(stay.join),
      when(stay.leave),
      duration(total([stay])),
      addressOf(stay),
      role(course, stay),
    ]),
  ];
  return lines.map((cells) => `${cells.join('\t')}\r\n`).join('');
}

/** Day first, as a British account shows it: `22/09/2026, 14:48:05`. Zone-less, like the real ones. */
function clockOf(zone: string): (millis: number) => string {
  return (millis) => {
    const local = Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO(zone).toPlainDateTime();
    const [date = '', time = ''] = local.toString({ smallestUnit: 'second' }).split('T');
    return `${date.split('-').toReversed().join('/')}, ${time}`;
  };
}

function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return parts.flatMap((part, at) => (part > 0 ? [`${part}${'hms'[at]}`] : [])).join(' ') || '0s';
}

function total(stays: readonly Stay[]): number {
  return stays.reduce((sum, { join, leave }) => sum + (leave - join) / 1000, 0);
}

function addressOf({ person, seat }: Stay): string {
  return seat ? (person as Learner).shownEmail : person.email;
}

/** Presenter is what many tenants make of everybody, so it proves nothing about staff. */
function role({ staff }: Course, { person, seat }: Stay): string {
  if (seat) return 'Presenter';
  return person === staff[0] ? 'Organizer' : 'Presenter';
}
