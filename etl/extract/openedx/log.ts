import { refuse } from '../../formats/cell.ts';
import { Fields, isObject } from '../../formats/fields.ts';
import { defineShape } from '../../formats/shape.ts';
import type { Batch } from './batch.ts';
import type { LogEvent } from './log-event.ts';
import { activityOf } from './log-activity.ts';
import { forumEvent, forumEvents } from './log-forum.ts';
import { lookAhead, peopleEvent } from './log-people.ts';

export const trackingEvent = defineShape<Batch>(
  'an event of the tracking log',
  'tracking-log',
  {
    needs: 'event_type event_source time context',
    takes: 'name event username user_id nonInteraction label category environment log_stream',
    hides: 'ip host page referer session agent accept_language',
  },
  function* (row, batch) {
    const found = eventOf(row);
    yield { noted: batch.newNames(newsIn(row, found)) };
    if (found === undefined) yield { passed: 'an event without a user' };
    else if (found.name.startsWith('edx.forum.')) yield* forumEvent(found, batch);
    else yield* peopleEvent(found, batch) ?? [activityOf(found)];
  },
  (row, batch) => {
    const found = eventOf(row);
    if (found === undefined) return;
    const id = found.event.text('id');
    if (/^edx\.forum\..*\.deleted$/.test(found.name) && id !== undefined) batch.deletedAt.set(id, found.at);
    lookAhead(found, batch);
  },
);

const forumNames = new Set(
  `id title body commentable_id anonymous anonymous_to_peers user_forums_roles user_course_roles discussion response team_id
  target_username vote_value undo_vote url category_id category_name options thread_type group_id truncated query page
  total_results corrected_text title_truncated endorsed course_id user_id content_type reported_status_cleared followed
  thread comment topic_id topic_name notification_type context`.split(/\s+/),
);
const contextNames = new Set(
  `course_id org_id user_id path module course_user_tags asides client application agent received_at enterprise_uuid
  team_id component session session_id host username ip referer accept_language origin ecommerce`.split(/\s+/),
);

/** Every event has a context; what other events than the forum's carry is as many things as there are events. */
function newsIn(row: Fields, found: LogEvent | undefined): string[] {
  const isForum = found?.name.startsWith('edx.forum.') === true;
  const context = unknownIn('context', row.value('context'), contextNames);
  return isForum ? [...context, ...unknownIn('event', row.value('event'), forumNames)] : context;
}

function unknownIn(place: string, value: unknown, names: ReadonlySet<string>): string[] {
  const own = isObject(value) ? Object.keys(value) : [];
  return own.filter((name) => !names.has(name)).map((name) => `${place}.${name}`);
}

/** `name` says more than `event_type`; an event sent by a browser is JSON inside a text. */
function eventOf(row: Fields): LogEvent | undefined {
  const context = row.inner('context');
  const person = context?.id('user_id');
  const [name, at] = [row.text('name') ?? row.must('event_type'), row.mustUtc('time')];
  if (name.startsWith('edx.forum.') && !forumEvents.test(name)) {
    refuse('UNKNOWN_WORD', 'name', `says "${name.slice(0, 80)}", which is no event of the forum that Kith knows`);
  }
  return person === undefined
    ? undefined
    : { name, at, person, course: context?.text('course_id'), event: inside(row.value('event')) };
}

function inside(event: unknown): Fields {
  if (typeof event !== 'string') return Fields.of(isObject(event) ? event : {});
  try {
    const parsed: unknown = JSON.parse(event);
    return Fields.of(isObject(parsed) ? parsed : {});
  } catch {
    return Fields.of({}); // the query of a page request, or cut off
  }
}
