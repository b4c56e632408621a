import { defineShape } from '../../formats/shape.ts';
import type { Batch } from './batch.ts';

/** What people do in hundreds of kinds of events, by the action that Moodle names in each; the rest is "other". */
const verbs = {
  viewed: 'viewed',
  submitted: 'submitted',
  uploaded: 'submitted',
  created: 'posted',
  posted: 'posted',
  updated: 'edited',
  deleted: 'deleted',
  started: 'attempted',
  completed: 'completed',
  answered: 'answered',
  loggedin: 'logged_in',
  searched: 'searched',
  downloaded: 'downloaded',
  joined: 'joined',
  left: 'left',
  played: 'played',
} as const;

/** Moodle's own word for an action as a verb of ours. */
export function verbOf(action: string): (typeof verbs)[keyof typeof verbs] | 'other' {
  return Object.hasOwn(verbs, action) ? verbs[action as keyof typeof verbs] : 'other';
}

export const standardLog = defineShape<Batch>(
  'logstore_standard_log',
  'tables',
  {
    needs: 'id eventname userid courseid timecreated',
    takes:
      'component action target objecttable objectid crud edulevel contextid contextlevel contextinstanceid relateduserid ' +
      'anonymous origin realuserid',
    hides: 'other ip',
  },
  function* (row) {
    const [person, course] = [row.id('userid'), row.id('courseid')];
    const object = row.id('objectid') ?? row.id('contextinstanceid');
    const [action, verbRaw] = [row.text('action') ?? '', row.must('eventname')];
    if (row.flag('anonymous') === true) yield { passed: 'an event that Moodle marks as anonymous' };
    else if (person === undefined || row.text('origin') === 'cli') yield { passed: 'an event of the system itself' };
    else
      yield {
        type: 'activity',
        key: `log:${row.must('id')}`,
        ...(course !== undefined && { course }),
        person,
        verb: verbOf(action),
        verbRaw,
        ...(object !== undefined && { object: `${row.text('component') ?? 'core'}:${object}` }),
        objectType: row.text('target'),
        at: row.mustSeconds('timecreated'),
      };
  },
);
