import { defineConnector, type Detection, type Extracted, type FileHead, type RowRef } from '../../connector.ts';
import { headText } from '../../formats/encoding.ts';
import { isObject } from '../../formats/fields.ts';
import { believed, jsonExport } from '../../formats/json-export.ts';
import { hasFields, jsonFields } from '../../formats/json-head.ts';
import { toldNews } from '../../formats/news.ts';
import { about } from './about.ts';
import { meaningOf } from './actions.ts';
import { isAnonymousPost } from './blackboard.ts';
import { ownLines, OwnActions } from './own-actions.ts';
import { courseOf, enrolmentOf, personOf, recordsOf, strangeMembership } from './records.ts';
import { Envelope, Event, Thing, thingsBelow, word } from './shapes.ts';

/** IMS Caliper 1.1 and 1.2 events, in the envelopes that sensors send or one by one. */
export const caliper = defineConnector({
  id: 'caliper',
  title: 'IMS Caliper 1.2 events (JSON, NDJSON)',
  about,
  detect,
  map: OwnActions,

  async *extract({ files }, context) {
    const own = ownLines(context.map);
    yield* jsonExport(files, function* (row) {
      const values = inside(row.value);
      if (values[0] !== row.value) yield* toldNews(Envelope, row, context);
      for (const value of values) {
        if (isDescription(value)) yield { skipped: { reason: 'a description of a thing, no event' }, ref: row.ref };
        else if (!isEvent(value)) yield noEvent(value, row.ref);
        else {
          for (const below of thingsIn(value)) yield* toldNews(Thing, { ...row, value: below }, context);
          yield* believed(Event, { ...row, value }, context, (event) =>
            eventRecords(event, own, context.keepBodies ?? false),
          );
        }
      }
    });
  },
});

function eventRecords(event: Event, own: ReturnType<typeof ownLines>, keepBodies: boolean) {
  const [type, action] = [word(event.type), word(event.action)];
  const meaning = meaningOf(type, action, own);
  if (meaning === undefined) {
    const message = `The table of actions has no line for ${type} ${action}. Add one, and say it with --map.`;
    return { code: 'UNKNOWN_WORD', field: 'action', message };
  }
  if (meaning === 'nothing') return 'an event that needs no record';
  if (event.actor.type !== undefined && word(event.actor.type) === 'SoftwareApplication')
    return 'done by an application';
  const strange = strangeMembership(event);
  if (strange) return strange;
  const course = courseOf(event.group ?? event.membership?.organization);
  const records = recordsOf({ event, course: course?.key, keepBodies }, meaning);
  if (typeof records === 'string') return records;
  if (isAnonymousPost(event) && meaning === 'edited') return 'an edit of an anonymous post';
  const who = isAnonymousPost(event) ? [] : [personOf(event.actor), ...enrolmentOf(event, course?.key)];
  return [...(course ? [course] : []), ...who, ...records];
}

function detect({ bytes }: FileHead): Detection | undefined {
  const fields = jsonFields(bytes);
  const isCaliper = /(?:purl\.imsglobal\.org\/(?:ctx|vocab)?\/?caliper|caliper\.blackboard\.com)/.test(headText(bytes));
  if (!isCaliper || !hasFields(fields, 'actor', 'action', 'eventTime')) return undefined;
  const isThinned = /"actor"\s*:\s*"/.test(headText(bytes));
  const isBlackboard = headText(bytes).includes('caliper.blackboard.com/caliper/');
  const variant = isBlackboard
    ? 'blackboard-forum'
    : isThinned
      ? 'thinned'
      : hasFields(fields, 'sensor', 'data')
        ? 'envelope'
        : 'events';
  return { variant, confidence: 0.96, problems: [] };
}

/** The events of an envelope; else the value itself. */
function inside(value: unknown): readonly unknown[] {
  const { data } = (value ?? {}) as { data?: unknown };
  return Array.isArray(data) ? data : [value];
}

function* thingsIn({ object, group }: Readonly<Record<string, unknown>>): Generator {
  yield* thingsBelow(object);
  yield* thingsBelow(group);
}

/** Sensors tell what things are called before they speak of them. */
function isDescription(value: unknown): boolean {
  return isObject(value) && !('action' in value) && typeof value.id === 'string' && typeof value.type === 'string';
}

function noEvent(value: unknown, ref: RowRef): Extracted {
  const names = isObject(value) ? Object.keys(value).slice(0, 12) : [];
  const field = (names[0] ?? 'a value that is no object').slice(0, 80);
  const message = `${names.map((name) => `"${name.slice(0, 80)}"`).join(', ') || 'A value that is no object'} is no event and no thing of Caliper.`;
  return { reject: { code: 'UNKNOWN_SECTION', field, message }, ref };
}

function isEvent(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && 'action' in value;
}
