import { z } from 'zod';
import type { Context, Extracted } from '../../connector.ts';
import { believed } from '../../formats/json-export.ts';
import type { JsonRow } from '../../formats/json-rows.ts';
import { known } from '../../formats/known.ts';
import { noticed, toldNews } from '../../formats/news.ts';
import { digestOf, keyOf } from '../../formats/natural-key.ts';
import type { RecordInput } from '../../records/record.ts';
import { Instant } from '../../records/values.ts';
import { earliest, latest, personOf } from './people.ts';

const Record = known(
  {
    emailAddress: z.string().optional(),
    identity: noticed({ id: z.string().nullish(), displayName: z.string().nullish() }, 'tenantId').optional(),
    role: z.enum(['None', 'Attendee', 'Presenter', 'Organizer', 'Coorganizer']).optional(),
    totalAttendanceInSeconds: z.number().optional(),
    attendanceIntervals: z
      .array(known({ joinDateTime: Instant, leaveDateTime: Instant }, 'durationInSeconds'))
      .default([]),
  },
  'id registrationId externalRegistrationInformation',
);

const Report = known(
  {
    id: z.string().optional(),
    meetingStartDateTime: Instant.optional(),
    meetingEndDateTime: Instant.optional(),
    attendanceRecords: z.array(Record),
  },
  'totalParticipantCount externalEventInformation',
);
type Report = z.infer<typeof Report>;

const Answer = noticed({ value: z.array(z.unknown()) });

/** A report with its records inside, a list of such, or the records of one report alone. */
export function* teamsItems(row: JsonRow, context: Context): Generator<Extracted> {
  const { value, '@odata.context': address } = (row.value ?? {}) as { value?: unknown; '@odata.context'?: unknown };
  if (value !== undefined) yield* toldNews(Answer, row, context);
  const list = Array.isArray(value) ? (value as unknown[]) : [row.value];
  const isReport = (each: unknown) => typeof each === 'object' && each !== null && 'attendanceRecords' in each;
  const id = typeof address === 'string' ? /attendanceReports\('([^']+)'\)/.exec(address)?.[1] : undefined;
  const reports = list.every(isReport) ? list : [{ id, attendanceRecords: list }];
  for (const report of reports) yield* believed(Report, { ...row, value: report }, context, reportRecords);
}

function reportRecords({ id, meetingStartDateTime, meetingEndDateTime, attendanceRecords: rows }: Report) {
  const intervals = rows.flatMap(({ attendanceIntervals }) => attendanceIntervals);
  const startsAt = meetingStartDateTime ?? earliest(intervals.map(({ joinDateTime }) => joinDateTime));
  if (startsAt === undefined) return 'a report without a time';
  const endsAt = meetingEndDateTime ?? latest(intervals.map(({ leaveDateTime }) => leaveDateTime));
  const people = rows.map((row) =>
    personOf({
      email: row.emailAddress,
      vouched: true,
      account: accountOf(row),
      name: row.identity?.displayName ?? '',
    }),
  );
  const host = people[rows.findIndex(({ role }) => role === 'Organizer')];
  const session = id ?? digestOf(startsAt, host?.key);
  const records: RecordInput[] = [
    {
      type: 'session',
      key: session,
      startsAt,
      ...(endsAt === undefined ? {} : { endsAt }),
      ...(host ? { host: host.key } : {}),
      locationMode: 'online',
    },
  ];
  for (const [at, { role, attendanceIntervals }] of rows.entries()) {
    const person = people[at];
    if (!person) continue;
    records.push(person);
    for (const { joinDateTime: joinAt, leaveDateTime: leaveAt } of attendanceIntervals) {
      const key = keyOf(session, person.key, joinAt);
      const common = {
        type: 'presence',
        key,
        session,
        person: person.key,
        precision: 'interval',
        status: 'present',
      } as const;
      records.push({ ...common, joinAt, leaveAt, ...(role === undefined ? {} : { role }) });
    }
  }
  return records;
}

function accountOf({ identity }: z.infer<typeof Record>) {
  return identity?.id ? ({ scheme: 'entra_oid', value: identity.id } as const) : undefined;
}
