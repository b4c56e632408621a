import { keyOf } from '../../formats/natural-key.ts';
import { personRecord } from '../../formats/person-record.ts';
import { defineShape } from '../../formats/shape.ts';
import type { Batch } from './batch.ts';
import { roleOf } from './roles.ts';

export const users = defineShape<Batch>(
  'user',
  'tables',
  {
    needs: 'id username email idnumber',
    takes: 'firstname lastname deleted suspended confirmed auth timezone lang timecreated timemodified',
    hides:
      'password phone1 phone2 address lastip secret picture description institution department city country ' +
      'firstaccess lastaccess lastlogin currentlogin',
  },
  function* (row) {
    if (row.flag('deleted') === true) {
      yield { passed: 'a user who was deleted: Moodle has overwritten the name' };
      return;
    }
    yield personRecord({
      key: row.must('id'),
      givenName: row.text('firstname'),
      familyName: row.text('lastname'),
      email: row.text('email'),
      sisId: row.text('idnumber'),
      username: row.text('username'),
      active: row.flag('suspended') !== true,
    });
  },
);

export const enrolMethods = defineShape<Batch>(
  'enrol',
  'tables',
  { needs: 'id enrol courseid', takes: 'status sortorder name roleid timecreated timemodified' },
  function* () {
    yield { passed: 'a way to enrol: used, no record of its own' };
  },
  (row, { courses }) => courses.set(`enrol:${row.must('id')}`, row.must('courseid')),
);

export const roles = defineShape<Batch>(
  'role',
  'tables',
  { needs: 'id shortname archetype', takes: 'name sortorder description' },
  function* () {
    yield { passed: 'what a role is: used, no record of its own' };
  },
  (row, { archetypes }) => archetypes.set(row.must('id'), row.text('archetype') ?? row.must('shortname')),
);

export const contexts = defineShape<Batch>(
  'context',
  'tables',
  { needs: 'id contextlevel instanceid', takes: 'path depth locked' },
  function* () {
    yield { passed: 'where roles hold: used, no record of its own' };
  },
  (row, batch) =>
    batch.contexts.set(row.must('id'), { level: row.must('contextlevel'), instance: row.must('instanceid') }),
);

const [inUser, inCourse] = ['30', '50'];

/** A role in a course is a part of the enrolment; a role in a learner's own context is that of a parent or advisor. */
export const roleAssignments = defineShape<Batch>(
  'role_assignments',
  'tables',
  { needs: 'id roleid contextid userid', takes: 'timemodified modifierid component itemid sortorder' },
  function* (row, batch) {
    const place = batch.contexts.get(row.must('contextid'));
    const [observer, learner] = [row.must('userid'), place?.instance];
    if (place?.level === inUser && learner !== undefined) {
      const from = row.seconds('timemodified');
      const key = keyOf(observer, learner, 'parent');
      yield { type: 'relation', key, observer, learner, kind: 'parent', ...(from !== undefined && { from }) };
    } else yield { passed: 'a role: the enrolment has it' };
  },
  (row, batch) => {
    const archetype = batch.archetypes.get(row.must('roleid'));
    const place = batch.contexts.get(row.must('contextid'));
    if (place?.level !== inCourse || archetype === undefined) return;
    const member = keyOf(row.must('userid'), place.instance);
    batch.roles.set(member, [...(batch.roles.get(member) ?? []), archetype]);
  },
);

export const enrolments = defineShape<Batch>(
  'user_enrolments',
  'tables',
  { needs: 'id status enrolid userid timestart timeend', takes: 'modifierid timecreated timemodified' },
  function* (row, batch) {
    const [person, { course }] = [row.must('userid'), batch.courseOf('enrol', row.must('enrolid'))];
    const archetypes = course === undefined ? [] : (batch.roles.get(keyOf(person, course)) ?? []);
    const [from, to] = [row.seconds('timestart') ?? row.seconds('timecreated'), row.seconds('timeend')];
    yield {
      type: 'enrolment',
      key: row.must('id'),
      ...(course !== undefined && { course }),
      person,
      role: roleOf(archetypes),
      roleRaw: archetypes.join(' '),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      status: row.mustOne('status', { '0': 'active', '1': 'suspended' }),
    };
  },
);

export const completions = defineShape<Batch>(
  'course_completions',
  'tables',
  { needs: 'userid course timecompleted', takes: 'id timeenrolled timestarted reaggregate' },
  function* (row) {
    const [person, course, at] = [row.must('userid'), row.must('course'), row.seconds('timecompleted')];
    if (at === undefined) yield { passed: 'a course that is not completed yet' };
    else yield { type: 'outcome', key: keyOf(person, course, 'completed'), course, person, kind: 'completed', at };
  },
);
