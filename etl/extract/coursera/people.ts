import { keyOf } from '../../formats/natural-key.ts';
import { personRecord } from '../../formats/person-record.ts';
import { defineShape } from '../../formats/shape.ts';
import type { Batch } from './batch.ts';

export const users = defineShape<Batch>(
  'users',
  'tables',
  {
    needs: 'user_id user_join_ts country_cd',
    hides:
      'region_cd profile_language_cd browser_language_cd reported_or_inferred_gender employment_status ' +
      'educational_attainment student_status',
  },
  function* (row) {
    const region = row.text('country_cd');
    yield { ...personRecord({ key: row.must('user_id') }), ...(region !== undefined && { attributes: { region } }) };
  },
);

const roles = {
  LEARNER: 'learner',
  MENTOR: 'mentor',
  INSTRUCTOR: 'teacher',
  TEACHING_STAFF: 'assistant',
  COURSE_ASSISTANT: 'assistant',
  UNIVERSITY_ADMIN: 'admin',
  DATA_COORDINATOR: 'admin',
  BROWSER: 'looks',
  PRE_ENROLLED_LEARNER: 'looks',
  NOT_ENROLLED: 'gone',
} as const;

/** A log: each row is a role from its time to that of the next row. */
export const memberships = defineShape<Batch>(
  'course_memberships',
  'tables',
  { needs: 'user_id course_id course_membership_role course_membership_ts' },
  function* (row, batch) {
    const [person, course, at] = [row.must('user_id'), row.must('course_id'), row.mustUtc('course_membership_ts')];
    const [role, roleRaw] = [row.mustOne('course_membership_role', roles), row.must('course_membership_role')];
    const { before, until } = batch.around(keyOf(person, course), at);
    if (role === 'gone' && before === 'LEARNER') {
      yield { type: 'outcome', key: keyOf(person, course, 'withdrawn', at), course, person, kind: 'withdrawn', at };
    } else if (role === 'gone') yield { passed: 'the end of a membership that was none of a learner' };
    else if (role === 'looks') yield { passed: 'somebody who looked at a course without joining it' };
    else {
      const key = keyOf(person, course, roleRaw, at);
      yield { type: 'enrolment', key, course, person, role, roleRaw, from: at, to: until };
    }
  },
  (row, batch) => {
    const [person, course, at] = [row.text('user_id'), row.text('course_id'), row.utc('course_membership_ts')];
    if (at !== undefined) batch.remember(keyOf(person, course), at, row.must('course_membership_role'));
  },
);

export const sessions = defineShape<Batch>(
  'on_demand_sessions',
  'tables',
  {
    needs: 'course_id on_demand_session_id on_demand_sessions_start_ts on_demand_sessions_end_ts',
    takes: 'on_demand_sessions_enrollment_end_ts course_branch_id',
  },
  function* (row) {
    const [from, to] = [row.utc('on_demand_sessions_start_ts'), row.utc('on_demand_sessions_end_ts')];
    const key = row.must('on_demand_session_id');
    yield { type: 'group', key, course: row.must('course_id'), kind: 'cohort', from, to };
  },
  (row, batch) => {
    const branch = row.text('course_branch_id');
    if (branch !== undefined) batch.branches.set(branch, row.must('course_id'));
  },
);

export const sessionMemberships = defineShape<Batch>(
  'on_demand_session_memberships',
  'tables',
  {
    needs: 'course_id on_demand_session_id user_id on_demand_sessions_membership_start_ts',
    takes: 'on_demand_sessions_membership_end_ts',
  },
  function* (row) {
    const [group, person] = [row.must('on_demand_session_id'), row.must('user_id')];
    const [from, to] = [
      row.utc('on_demand_sessions_membership_start_ts'),
      row.utc('on_demand_sessions_membership_end_ts'),
    ];
    yield {
      type: 'membership',
      key: keyOf(group, person, from),
      course: row.must('course_id'),
      group,
      person,
      from,
      to,
    };
  },
);
