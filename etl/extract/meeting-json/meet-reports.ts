import { z } from 'zod';
import type { Context, Extracted, Reject, RowRef } from '../../connector.ts';
import { believed } from '../../formats/json-export.ts';
import type { JsonRow } from '../../formats/json-rows.ts';
import { known, unknownWord } from '../../formats/known.ts';
import { noticed, toldNews } from '../../formats/news.ts';
import { keyOf } from '../../formats/natural-key.ts';
import { instantOfSeconds } from '../../formats/unix-time.ts';
import type { RecordInput } from '../../records/record.ts';
import { Instant } from '../../records/values.ts';
import { earliest, latest, personOf } from './people.ts';

const Parameter = known(
  {
    name: z.string(),
    value: z.string().optional(),
    intValue: z.union([z.string(), z.number()]).optional(),
    boolValue: z.boolean().optional(),
  },
  'multiValue multiIntValue messageValue multiMessageValue',
);
const Activity = known(
  {
    id: noticed({ time: Instant, applicationName: z.string().optional() }, 'uniqueQualifier customerId'),
    events: z.array(known({ name: z.string(), parameters: z.array(Parameter).default([]) }, 'type resourceIds')),
  },
  'kind etag actor ipAddress ownerDomain networkInfo resourceDetails',
);

const identifierTypes = ['email_address', 'phone_number', 'device_id'];

const Answer = noticed({}, 'kind etag items nextPageToken');

/** The audit log of Google Workspace: one `call_ended` for each time somebody left a call, in pages in any order. */
export class MeetCalls {
  readonly #calls = new Map<string, { joins: string[]; leaves: string[]; host?: string | undefined; ref: RowRef }>();

  *read(row: JsonRow, context: Context): Generator<Extracted> {
    yield* toldNews(Answer, row, context);
    const { items } = row.value as { items?: unknown };
    for (const value of Array.isArray(items) ? (items as unknown[]) : []) {
      yield* believed(Activity, { ...row, value }, context, ({ id, events }) => {
        const ended = events.find(({ name }) => name === 'call_ended');
        if (!ended) return `an event "${events[0]?.name.slice(0, 60) ?? ''}", which is no stay in a call`;
        return this.#stay(new Map(ended.parameters.map((one) => [one.name, valueOf(one)])), id.time, row.ref);
      });
    }
  }

  *end(): Generator<Extracted> {
    for (const [key, { joins, leaves, host, ref }] of this.#calls) {
      const [startsAt, endsAt] = [earliest(joins), latest(leaves)];
      if (startsAt === undefined) continue;
      const called = host === undefined ? {} : { host };
      yield { record: { type: 'session', key, startsAt, endsAt, ...called, locationMode: 'online' }, ref };
    }
  }

  #stay(
    said: ReadonlyMap<string, string | undefined>,
    leaveAt: string,
    ref: RowRef,
  ): RecordInput[] | string | Reject['reject'] {
    const [session, seconds] = [said.get('conference_id'), Number(said.get('duration_seconds') ?? NaN)];
    if (session === undefined || !Number.isFinite(seconds)) return 'a call without an id or a duration';
    const identifier = said.get('identifier_type');
    if (identifier !== undefined && !identifierTypes.includes(identifier)) {
      return unknownWord('identifier_type', identifier, identifierTypes);
    }
    const isAddress = identifier === 'email_address';
    const email = isAddress ? said.get('identifier') : undefined;
    if (identifier === 'phone_number') return 'joined by phone, nobody known';
    const vouched = said.get('is_external') !== 'true';
    const person = personOf({ email, vouched, name: said.get('display_name') ?? '' });
    if (!person) return 'a stay of nobody';
    const started = instantOfSeconds(said.get('start_timestamp_seconds') ?? '');
    const joinAt = started ?? new Date(Date.parse(leaveAt) - seconds * 1000).toISOString();
    const call = this.#calls.get(session) ?? { joins: [], leaves: [], ref };
    call.joins.push(joinAt);
    call.leaves.push(leaveAt);
    const organizer = said.get('organizer_email')?.toLowerCase();
    if (organizer !== '') call.host ??= organizer;
    this.#calls.set(session, call);
    const key = keyOf(session, person.key, joinAt);
    const stay = { session, person: person.key, precision: 'interval', status: 'present' } as const;
    return [person, { type: 'presence', key, ...stay, joinAt, leaveAt, seconds }];
  }
}

function valueOf({ value: text, intValue, boolValue }: z.infer<typeof Parameter>): string | undefined {
  const value = text ?? intValue ?? boolValue;
  return value === undefined ? undefined : String(value);
}
