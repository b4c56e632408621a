import type { RecordInput } from '../../records/record.ts';
import { extension } from './extensions.ts';
import type { Happening } from './happening.ts';
import { instantOf } from './instants.ts';
import { isoSeconds } from './iso-duration.ts';
import { words } from './language-map.ts';
import { objectWord } from './objects.ts';
import { personOf } from './people.ts';
import { isRefusal, type Refusal } from './refusal.ts';

const jisc = 'http://xapi.jisc.ac.uk/';

/**
 * A session and one person's presence at it. `completion: false` means absent (Jisc); a duration is a total and never
 * an interval. Jisc states the planned times; elsewhere the statement's own time stands for the beginning.
 */
export function attendanceOf(happening: Happening): RecordInput[] | Refusal {
  const { statement, person, course, at, timezone } = happening;
  const { object, result, context, actor } = statement;
  if (object.id === undefined) return noSession;
  const planned = object.definition?.extensions;
  const start = plannedTime(extension(planned, `${jisc}starttime`), timezone);
  const end = plannedTime(extension(planned, `${jisc}endtime`), timezone);
  if (start === unreadable || end === unreadable) return badPlan;
  const startsAt = start ?? at;

  const seconds = isoSeconds(result?.duration) ?? 0;
  const endsAt = end ?? (actor.member && seconds > 0 ? later(startsAt, seconds) : undefined);
  const key = sessionKey(object.id, object.definition?.type, startsAt);
  const title = words(object.definition?.name);
  const host = context?.instructor && personOf(context.instructor);
  const mandatory = extension(planned, `${jisc}event_mandatory`);
  const present = result?.completion !== false;
  const late = extension(result?.extensions, `${jisc}attendance_late`) === 1;
  return [
    ...(host ? [host] : []),
    {
      type: 'session',
      key,
      course,
      ...(title !== undefined && { title }),
      startsAt,
      ...(endsAt !== undefined && { endsAt }),
      // Several people's statements tell of one session; without a plan the latest of them says when it was.
      ...(start === undefined && { observedAt: at }),
      ...(host && { host: host.key }),
      ...((mandatory === 0 || mandatory === 1) && { mandatory: mandatory === 1 }),
    },
    {
      type: 'presence',
      key: `${key}|${person.key}`,
      course,
      session: key,
      person: person.key,
      precision: present && seconds > 0 ? 'summary' : 'mark',
      status: !present ? 'absent' : late ? 'late' : 'present',
      ...(present && seconds > 0 && { seconds }),
    },
  ];
}

/** Moodle's face-to-face object is the course module; one taking of attendance is one session of it. */
function sessionKey(id: string, type: string | undefined, startsAt: string): string {
  return objectWord(type) === 'face_to_face' || objectWord(type) === undefined ? `${id}|${startsAt}` : id;
}

const unreadable = Symbol('a planned time that is no time');

function plannedTime(value: unknown, zone: string | undefined): string | typeof unreadable | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  const instant = instantOf(value, zone);
  return isRefusal(instant) ? unreadable : instant.at;
}

function later(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}

const noSession = { code: 'NO_OBJECT', field: 'object.id', message: 'The statement does not say what was attended.' };
const badPlan = {
  code: 'BAD_TIME',
  field: 'object.definition.extensions',
  message: 'The planned start or end of the session is no date and time with a zone.',
};
