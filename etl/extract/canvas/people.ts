import { keyOf } from '../../formats/natural-key.ts';
import { personRecord } from '../../formats/person-record.ts';
import { defineShape } from '../../formats/shape.ts';
import type { Batch } from './batch.ts';

const roles = {
  StudentEnrollment: 'learner',
  TeacherEnrollment: 'teacher',
  TaEnrollment: 'assistant',
  DesignerEnrollment: 'other',
  ObserverEnrollment: 'observer',
  StudentViewEnrollment: 'test',
} as const;

const states = {
  active: 'active',
  invited: 'inactive',
  creation_pending: 'inactive',
  inactive: 'inactive',
  rejected: 'withdrawn',
  deleted: 'withdrawn',
  completed: 'completed',
} as const;

export const enrolment = defineShape<Batch>(
  'an enrolment',
  'observers',
  {
    needs: 'id user_id course_id type enrollment_state',
    takes:
      'course_section_id sis_account_id sis_course_id sis_section_id sis_user_id sis_import_id course_integration_id ' +
      'section_integration_id root_account_id role role_id created_at updated_at start_at end_at last_activity_at ' +
      'last_attended_at total_activity_time associated_user_id limit_privileges_to_course_section grades html_url ' +
      'user override_grade override_score unposted_current_score unposted_current_grade unposted_final_score ' +
      'unposted_final_grade has_grading_periods totals_for_all_grading_periods_option current_grading_period_title ' +
      'current_grading_period_id observed_user can_be_removed temporary_enrollment_source_user_id',
    parts: {
      user:
        'id name created_at sortable_name short_name sis_user_id sis_import_id integration_id login_id email root_account ' +
        'avatar_url avatar_state avatar_image_url enrollments locale effective_locale last_login time_zone bio pronouns ' +
        'permissions html_url anonymous_id display_name first_name last_name',
    },
  },
  function* (row, batch) {
    const [person, course, key] = [row.must('user_id'), row.must('course_id'), row.must('id')];
    const [role, status] = [row.mustOne('type', roles), row.mustOne('enrollment_state', states)];
    if (role === 'test') {
      yield { passed: 'the test student of a course' };
      return;
    }
    const user = row.inner('user');
    if (batch.isNews(person)) {
      yield personRecord({
        key: person,
        name: user?.text('name'),
        email: user?.text('email'),
        sisId: row.text('sis_user_id') ?? user?.text('sis_user_id'),
        username: user?.text('login_id'),
      });
    }
    const [from, to] = [row.instant('start_at') ?? row.instant('created_at'), row.instant('end_at')];
    yield {
      type: 'enrolment',
      key,
      course,
      person,
      role,
      roleRaw: row.text('role') ?? row.text('type'),
      from,
      to,
      status,
    };
    const learner = row.id('associated_user_id');
    if (role === 'observer' && learner !== undefined) {
      const relation = keyOf(person, learner, 'guardian');
      yield { type: 'relation', key: relation, observer: person, learner, kind: 'guardian' };
    }
  },
);

export const group = defineShape<Batch>(
  'a group',
  'groups',
  {
    needs: 'id name group_category_id join_level',
    takes:
      'is_public followed_by_user members_count avatar_url context_type context_name course_id account_id role sis_group_id ' +
      'sis_import_id storage_quota_mb permissions users concluded max_membership has_submission created_at non_collaborative',
    hides: 'description',
  },
  function* (row) {
    const course = row.id('course_id');
    yield {
      type: 'group',
      key: row.must('id'),
      ...(course && { course }),
      set: row.text('group_category_id'),
      title: row.text('name'),
    };
  },
);

export const groupMembership = defineShape<Batch>(
  'a membership of a group',
  'groups',
  {
    needs: 'id group_id user_id workflow_state',
    takes: 'moderator just_created sis_group_id sis_import_id created_at',
  },
  function* (row) {
    const [key, group, person] = [row.must('id'), row.must('group_id'), row.must('user_id')];
    const state = row.mustOne('workflow_state', {
      accepted: 'in',
      invited: 'asked',
      requested: 'asked',
      deleted: 'gone',
    });
    if (state === 'asked') yield { passed: 'somebody who was asked into a group and is not in it yet' };
    else yield { type: 'membership', key, group, person, ...(state === 'gone' && { deleted: {} }) };
  },
);

/** Canvas says that a review was done, not when. */
export const peerReview = defineShape<Batch>(
  'a peer review',
  'peer-reviews',
  {
    needs: 'assessor_id user_id asset_id asset_type workflow_state',
    takes: 'id submission_comments user assessor anonymous_id assignment_id created_at updated_at',
    hides: 'comment',
  },
  function* (row) {
    const [giver, receiver, asset] = [row.must('assessor_id'), row.must('user_id'), row.must('asset_id')];
    const isDone = row.mustOne('workflow_state', { assigned: false, completed: true });
    const givenAt = isDone
      ? (row.instant('updated_at') ?? lastComment(row.each('submission_comments'), giver))
      : undefined;
    const kind = giver === receiver ? 'self' : 'peer';
    const key = row.text('id') ?? keyOf(asset, giver);
    if (isDone && givenAt === undefined)
      yield { passed: 'a review that is done, and nothing says when: ask with include[]=submission_comments' };
    else
      yield {
        type: 'feedback',
        key,
        giver,
        receiver,
        activity: `submission:${asset}`,
        kind,
        ...(givenAt && { givenAt }),
      };
  },
);

function lastComment(
  comments: readonly { id(name: string): string | undefined; instant(name: string): string | undefined }[],
  by: string,
) {
  const times = comments
    .filter((comment) => comment.id('author_id') === by)
    .map((comment) => comment.instant('created_at'));
  return times
    .filter((at) => at !== undefined)
    .sort()
    .at(-1);
}
