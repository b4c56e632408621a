import { Temporal } from 'temporal-polyfill';

import type { Calendar } from '../calendar.ts';
import type { Course } from '../course.ts';
import type { LiveSession, Stay } from '../live.ts';
import { type Learner, nameOf } from '../people.ts';
import { csvText } from './csv.ts';
import type { Files } from './files.ts';

/**
 * Zoom's list of participants with the meeting's data above it: a row per join, month first, on the account's clock.
 * Nothing in it says which order its dates have, so the load is told.
 */
export async function writeParticipants(
  files: Files,
  course: Course,
  sessions: readonly LiveSession[],
  calendar: Calendar,
): Promise<void> {
  const when = clockOf(calendar.timezone);
  for (const { week, startsAt, endsAt, stays } of sessions) {
    const day = calendar.day(week, course.session.day);
    const meeting = csvText(
      'Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants'.split(','),
      [
        [
          String(60_000_000_000 + Number(course.staff[0]!.moodleId)),
          `${course.code} live session, week ${week}`,
          when(startsAt),
          when(endsAt),
          course.staff[0]!.email,
          minutes(endsAt - startsAt),
          new Set(stays.map(({ person }) => person.sisId)).size,
        ],
      ],
    );
    const people = csvText(
      'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest'.split(','),
      stays.map((stay) => [
        nameOf(stay.person),
        addressOf(stay),
        when(stay.join),
        when(stay.leave),
        minutes(stay.leave - stay.join),
        isGuest(stay) ? 'Yes' : 'No',
      ]),
    );
    await files.write(`zoom/${course.code}/${course.code} participants ${day}.csv`, `${meeting},,,,,,\r\n${people}`);
  }
}

/** `09/22/2026 02:48:05 PM` */
function clockOf(zone: string): (millis: number) => string {
  return (millis) => {
    const { year, month, day, hour, minute, second } =
      Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO(zone);
    const two = (part: number) => String(part).padStart(2, '0');
    const half = `${two(hour % 12 === 0 ? 12 : hour % 12)}:${two(minute)}:${two(second)} ${hour < 12 ? 'AM' : 'PM'}`;
    return `${two(month)}/${two(day)}/${year} ${half}`;
  };
}

const minutes = (millis: number): number => Math.max(1, Math.round(millis / 60_000));

function addressOf({ person, seat }: Stay): string {
  return seat ? (person as Learner).shownEmail : person.email;
}

/** Who signed in with the university's account is no guest, so Zoom vouches for the address. */
const isGuest = (stay: Stay): boolean => stay.seat?.learner.unmatched === true;
