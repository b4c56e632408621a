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
