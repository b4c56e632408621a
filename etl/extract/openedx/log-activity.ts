import { digestOf } from '../../formats/natural-key.ts';
import type { RecordInput } from '../../records/record.ts';
import type { LogEvent } from './log-event.ts';

type Verb = Extract<RecordInput, { type: 'activity' }>['verb'];

/** The one that fits first. A server event named like a path is a page that was asked for. */
const verbs: readonly (readonly [RegExp, Verb])[] = [
  [/^\//, 'viewed'],
  [/\.viewed$|^seq_(?:next|prev|goto)$|^page_close$|^book$|link_clicked|\.selected$/, 'viewed'],
  [/^(?:edx\.video\.played|play_video)$/, 'played'],
  [/^(?:edx\.video\.paused|pause_video|stop_video)$/, 'paused'],
  [/^problem_check$|^problem_save$/, 'attempted'],
  [/\.edited$/, 'edited'],
  [/\.deleted$/, 'deleted'],
  [/searched/, 'searched'],
  [/create_submission$|\.submitted$/, 'submitted'],
  [/\.completed$/, 'completed'],
  [/\.login$|user\.logged_?in/, 'logged_in'],
];

/** Any other event: something a person did. */
export function activityOf({ name, at, person, course, event }: LogEvent): RecordInput {
  const object = [event.value('id'), event.value('problem_id'), event.value('submission_uuid')].find(
    (id) => typeof id === 'string',
  );
  const inCourse = course === undefined ? {} : { course };
  const verb = verbs.find(([shape]) => shape.test(name))?.[1] ?? 'other';
  const key = digestOf(person, name, typeof object === 'string' ? object : '', at);
  return {
    type: 'activity',
    key,
    ...inCourse,
    person,
    verb,
    // a path holds ids of people now and then, so only its kind is kept
    verbRaw: name.startsWith('/') ? 'page' : name.slice(0, 200),
    ...(typeof object === 'string' && { object }),
    at,
  };
}
