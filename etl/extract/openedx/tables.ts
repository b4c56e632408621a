import { keyOf } from '../../formats/natural-key.ts';
import { personRecord } from '../../formats/person-record.ts';
import { defineShape } from '../../formats/shape.ts';
import type { Batch } from './batch.ts';

export const users = defineShape<Batch>(
  'auth_user',
  'tables',
  {
    needs: 'id username email date_joined',
    takes: 'first_name last_name is_staff is_active is_superuser last_login status',
    hides:
      'password email_key avatar_typ country show_country date_of_birth interesting_tags ignored_tags gold silver bronze ' +
      'email_tag_filter_strategy display_tag_filter_strategy consecutive_days_visit_count',
  },
  function* (row, batch) {
    const key = row.must('id');
    const name = batch.names.get(key);
    const [email, username] = [row.text('email'), row.text('username')];
    yield personRecord({ key, name, email, username, active: row.flag('is_active') });
  },
);

export const profiles = defineShape<Batch>(
  'auth_userprofile',
  'tables',
  {
    needs: 'id user_id name language location meta courseware',
    takes: 'allow_certificate',
    hides:
      'gender mailing_address year_of_birth level_of_education goals country city bio profile_image_uploaded_at state ' +
      'phone_number',
  },
  function* () {
    yield { passed: 'a profile: only the name is read' };
  },
  (row, { names }) => {
    const name = row.text('name');
    if (name !== undefined) names.set(row.must('user_id'), name);
  },
);

const accessRoles = {
  instructor: 'teacher',
  staff: 'teacher',
  limited_staff: 'assistant',
  ccx_coach: 'teacher',
  org_course_creator_group: 'none',
  course_creator_group: 'none',
  beta_testers: 'none',
  library_user: 'none',
  sales_admin: 'none',
  finance_admin: 'none',
  data_researcher: 'none',
  support: 'none',
} as const;

/** Who is staff. "instructor" and "staff" are named the other way round in the pages of edX: both are. */
export const accessRole = defineShape<Batch>(
  'student_courseaccessrole',
  'tables',
  { needs: 'course_id user_id role', takes: 'id org' },
  function* (row, batch) {
    const [person, course] = [row.must('user_id'), row.text('course_id')];
    const role = row.mustOne('role', accessRoles);
    if (course === undefined || role === 'none' || batch.enrolled.has(keyOf(person, course))) {
      yield { passed: 'a right: used for the role, no record of its own' };
    } else {
      batch.enrolled.add(keyOf(person, course));
      yield { type: 'enrolment', key: keyOf(person, course), course, person, role, roleRaw: row.text('role') };
    }
  },
  (row, { staff }) => {
    const role = row.mustOne('role', accessRoles);
    if (role !== 'none') staff.set(keyOf(row.must('user_id'), row.text('course_id')), role);
  },
);

const forumRoles = {
  Administrator: true,
  Moderator: true,
  'Group Moderator': true,
  Community: true,
  'Community TA': true,
  Student: false,
} as const;

export const forumRole = defineShape<Batch>(
  'django_comment_client_role_users',
  'tables',
  { needs: 'course_id user_id name', takes: 'id role_id' },
  function* () {
    yield { passed: 'a role in the forum: used for the role in the course' };
  },
  (row, { staff }) => {
    const member = keyOf(row.must('user_id'), row.must('course_id'));
    if (row.mustOne('name', forumRoles) && !staff.has(member)) staff.set(member, 'assistant');
  },
);

export const enrolments = defineShape<Batch>(
  'student_courseenrollment',
  'tables',
  { needs: 'user_id course_id created is_active mode', takes: 'id' },
  function* (row, batch) {
    const [person, course, from] = [row.must('user_id'), row.must('course_id'), row.utc('created')];
    const role = batch.staff.get(keyOf(person, course)) ?? 'learner';
    const status = row.flag('is_active') === false ? 'withdrawn' : 'active';
    yield { type: 'enrolment', key: keyOf(person, course), course, person, role, from, status };
    if (status === 'withdrawn' && role === 'learner') {
      yield { type: 'outcome', key: keyOf(person, course, 'withdrawn'), course, person, kind: 'withdrawn' };
    }
  },
  (row, batch) => batch.enrolled.add(keyOf(row.must('user_id'), row.must('course_id'))),
);

export const certificates = defineShape<Batch>(
  'certificates_generatedcertificate',
  'tables',
  {
    needs: 'id user_id course_id grade status created_date',
    takes: 'distinction modified_date error_reason mode',
    hides: 'download_url key verify_uuid download_uuid name',
  },
  function* (row) {
    const [person, course, at] = [row.must('user_id'), row.must('course_id'), row.mustUtc('created_date')];
    if (row.text('status') !== 'downloadable') yield { passed: 'a certificate that was not issued' };
    else {
      const grade = row.text('grade');
      yield { type: 'award', key: keyOf('certificate', row.must('id')), course, person, kind: 'certificate', at };
      yield {
        type: 'outcome',
        key: keyOf(person, course, 'certified'),
        course,
        person,
        kind: 'certified',
        at,
        ...(grade && { grade }),
      };
    }
  },
);

export const teams = defineShape<Batch>(
  'teams_courseteam',
  'teams',
  {
    needs: 'id team_id name course_id topic_id date_created',
    takes: 'is_active country language discussion_topic_id last_activity_at team_size organization_protected',
    hides: 'description',
  },
  function* (row) {
    const [key, course, from] = [`team:${row.must('id')}`, row.must('course_id'), row.utc('date_created')];
    yield { type: 'group', key, course, kind: 'team', set: row.text('topic_id'), title: row.text('name'), from };
  },
  (row, { users: known }) => known.set(`team:${row.must('team_id')}`, `team:${row.must('id')}`),
);

export const teamMembers = defineShape<Batch>(
  'teams_courseteammembership',
  'teams',
  { needs: 'user_id team_id date_joined', takes: 'id last_activity_at' },
  function* (row) {
    const [group, person] = [`team:${row.must('team_id')}`, row.must('user_id')];
    yield { type: 'membership', key: keyOf(group, person), group, person, from: row.utc('date_joined') };
  },
);

export const cohortMembers = defineShape<Batch>(
  'course_groups_cohortmembership',
  'tables',
  { needs: 'course_user_group_id user_id course_id', takes: 'id' },
  function* (row, batch) {
    const [group, person, course] = [
      `cohort:${row.must('course_user_group_id')}`,
      row.must('user_id'),
      row.must('course_id'),
    ];
    if (!batch.groups.has(group)) yield { type: 'group', key: group, course, kind: 'cohort' };
    batch.groups.add(group);
    yield { type: 'membership', key: keyOf(group, person), course, group, person };
  },
);
