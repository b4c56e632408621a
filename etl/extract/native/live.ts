import { keyOf, moment } from '../../formats/natural-key.ts';
import { type Cells, inOrder } from './cells.ts';
import { envelopeOf, type Table } from './table.ts';

const sessionKinds = [
  'class',
  'webinar',
  'breakout',
  'office_hours',
  'study_group',
  'peer_session',
  'informal',
] as const;
const statuses = ['present', 'late', 'absent', 'excused', 'remote', 'watched_recording', 'waiting', 'unknown'] as const;

export const sessions: Table = {
  file: 'sessions.csv',
  required: ['session_id', 'starts_at'],
  optional: [
    'kind',
    'title',
    'ends_at',
    'parent_session_id',
    'group_id',
    'mandatory',
    'cancelled',
    'host_id',
    'location_mode',
    'url',
  ],
  records(cells) {
    const startsAt = cells.mustInstant('starts_at');
    const endsAt = cells.instant('ends_at');
    inOrder(startsAt, endsAt, 'ends_at');
    return [
      {
        type: 'session',
        ...envelopeOf(cells, cells.must('session_id')),
        kind: cells.choice('kind', sessionKinds),
        parent: cells.text('parent_session_id'),
        group: cells.text('group_id'),
        title: cells.text('title'),
        startsAt,
        endsAt,
        cancelled: cells.flag('cancelled'),
        mandatory: cells.flag('mandatory'),
        host: cells.text('host_id'),
        locationMode: cells.choice('location_mode', ['online', 'onsite', 'hybrid']),
        url: cells.url('url'),
      },
    ];
  },
};

export const presence: Table = {
  file: 'presence.csv',
  required: ['session_id', 'person_id'],
  optional: ['joined_at', 'left_at', 'status', 'minutes', 'role', 'registered'],
  records(cells) {
    const session = cells.must('session_id');
    const person = cells.must('person_id');
    const joinAt = cells.instant('joined_at');
    const leaveAt = cells.instant('left_at');
    inOrder(joinAt, leaveAt, 'left_at');
    const minutes = cells.amount('minutes');
    const seconds = minutes === undefined ? lasted(joinAt, leaveAt) : Math.round(minutes * 60);
    const precision = precisionOf(joinAt, leaveAt, minutes);
    return [
      {
        type: 'presence',
        ...envelopeOf(
          cells,
          precision === 'interval' ? keyOf(session, person, moment(joinAt!)) : keyOf(session, person),
        ),
        session,
        person,
        precision,
        status: cells.choice('status', statuses) ?? statusOf(cells, joinAt !== undefined || seconds !== undefined),
        joinAt,
        leaveAt,
        seconds,
        role: cells.text('role'),
      },
    ];
  },
};

/** Minutes that fall short of join to leave are the sum of several stays: first, last and a total, not an interval. */
function precisionOf(
  joinAt: string | undefined,
  leaveAt: string | undefined,
  minutes: number | undefined,
): 'interval' | 'summary' | 'mark' {
  const span = lasted(joinAt, leaveAt);
  if (span !== undefined) return minutes === undefined || span - minutes * 60 <= 60 ? 'interval' : 'summary';
  return minutes === undefined ? 'mark' : 'summary';
}

function lasted(joinAt: string | undefined, leaveAt: string | undefined): number | undefined {
  return joinAt === undefined || leaveAt === undefined ? undefined : (Date.parse(leaveAt) - Date.parse(joinAt)) / 1000;
}

/** Registered for a webinar and never there is absent; nothing at all said is unknown. */
function statusOf(cells: Cells, was: boolean): (typeof statuses)[number] {
  if (was) return 'present';
  return cells.flag('registered') === true ? 'absent' : 'unknown';
}
