import { refuse } from '../../formats/cell.ts';
import { digestOf, keyOf } from '../../formats/natural-key.ts';
import { defineShape } from '../../formats/shape.ts';
import { written } from '../../formats/written.ts';
import type { Batch } from './batch.ts';

export const peerAssignments = defineShape<Batch>(
  'course_item_peer_assignments',
  'tables',
  { needs: 'course_id course_item_id peer_assignment_id', takes: 'course_branch_id' },
  function* () {
    yield { passed: 'in which course a peer assignment is: used, no record of its own' };
  },
  (row, batch) => batch.assignments.set(row.must('peer_assignment_id'), row.must('course_id')),
);

export const submissions = defineShape<Batch>(
  'peer_submissions',
  'tables',
  {
    needs: 'peer_submission_id peer_assignment_id user_id peer_submission_created_ts',
    takes:
      'peer_submission_is_draft peer_submission_removed_from_public_ts peer_submission_score_available_ts ' +
      'peer_submission_score peer_submission_is_mentor_graded',
    hides: 'peer_submission_title',
  },
  function* (row, batch) {
    if (row.flag('peer_submission_is_draft') === true) {
      yield { passed: 'a draft that was not handed in' };
      return;
    }
    const assignment = row.must('peer_assignment_id');
    yield {
      type: 'activity',
      key: row.must('peer_submission_id'),
      ...courseOf(assignment, batch),
      person: row.must('user_id'),
      verb: 'submitted',
      object: assignment,
      objectType: 'peer_assignment',
      at: row.mustUtc('peer_submission_created_ts'),
    };
  },
  (row, batch) => {
    const [owner, assignment] = [row.must('user_id'), row.must('peer_assignment_id')];
    batch.submissions.set(row.must('peer_submission_id'), { owner, assignment });
  },
);

export const reviews = defineShape<Batch>(
  'peer_reviews',
  'tables',
  {
    needs: 'peer_review_id peer_submission_id user_id peer_review_created_ts',
    takes:
      'peer_assignment_id peer_review_first_visible_to_submitter_ts peer_review_marked_helpful_ts peer_review_rated_ts ' +
      'peer_review_rating peer_review_is_mentor_review',
  },
  function* (row, batch) {
    const [giver, submission] = [row.must('user_id'), batch.submissions.get(row.must('peer_submission_id'))];
    const receiver = submission?.owner;
    const assignment = row.text('peer_assignment_id') ?? submission?.assignment;
    const isMentor = row.flag('peer_review_is_mentor_review') === true;
    yield {
      type: 'feedback',
      key: row.must('peer_review_id'),
      ...courseOf(assignment, batch),
      giver,
      ...(receiver !== undefined && { receiver }),
      activity: assignment ?? row.must('peer_submission_id'),
      kind: giver === receiver ? 'self' : isMentor ? 'staff' : 'peer',
      givenAt: row.utc('peer_review_created_ts'),
    };
  },
);

export const comments = defineShape<Batch>(
  'peer_comments',
  'tables',
  {
    needs: 'peer_comment_id peer_submission_id user_id peer_comment_created_ts',
    takes: 'peer_assignment_id',
    hides: 'peer_comment_text',
  },
  function* (row, batch) {
    const submission = batch.submissions.get(row.must('peer_submission_id'));
    const receiver = submission?.owner;
    const words = written(row.text('peer_comment_text'))?.words;
    yield {
      type: 'feedback',
      key: `comment:${row.must('peer_comment_id')}`,
      ...courseOf(row.text('peer_assignment_id') ?? submission?.assignment, batch),
      giver: row.must('user_id'),
      ...(receiver !== undefined && { receiver }),
      activity: row.must('peer_submission_id'),
      kind: 'comment',
      allotted: false,
      givenAt: row.utc('peer_comment_created_ts'),
      ...(words !== undefined && { words }),
    };
  },
);

function courseOf(assignment: string | undefined, batch: Batch): { course?: string } {
  const course = batch.assignments.get(assignment ?? '');
  return course === undefined ? {} : { course };
}

export const progress = defineShape<Batch>(
  'course_progress',
  'tables',
  { needs: 'course_id course_item_id user_id course_progress_state_type_id course_progress_ts' },
  function* (row) {
    const [course, object, person] = [row.must('course_id'), row.must('course_item_id'), row.must('user_id')];
    const verb = row.mustOne('course_progress_state_type_id', { '1': 'progressed', '2': 'completed' });
    const at = row.mustUtc('course_progress_ts');
    const key = digestOf(person, course, object, verb);
    yield { type: 'activity', key, course, person, verb, object, objectType: 'course_item', at };
  },
);

export const passingStates = defineShape<Batch>(
  'course_passing_states',
  'tables',
  { needs: 'course_passing_state_id course_passing_state_desc' },
  function* () {
    yield { passed: 'what a passing state means: used, no record of its own' };
  },
  (row, batch) => batch.passing.set(row.must('course_passing_state_id'), row.must('course_passing_state_desc')),
);

/** Which number means passed differs between exports: the look-up table decides, never the number. */
export const grades = defineShape<Batch>(
  'course_grades',
  'tables',
  {
    needs: 'course_id user_id course_grade_ts course_passing_state_id',
    takes:
      'course_grade_overall_passed_items course_grade_overall course_grade_verified_passed_items course_grade_verified',
  },
  function* (row, batch) {
    const meaning = batch.passing.get(row.must('course_passing_state_id'))?.toLowerCase();
    if (meaning === undefined) {
      refuse('UNKNOWN_WORD', 'course_passing_state_id', 'is explained nowhere: course_passing_states.csv lacks it');
    }
    if (meaning.startsWith('not')) yield { passed: 'a course that is not passed yet' };
    else if (!/passed|verified/.test(meaning)) {
      refuse(
        'UNKNOWN_WORD',
        'course_passing_state_id',
        `means "${meaning.slice(0, 40)}"; known are passed and verified`,
      );
    } else {
      const [person, course, at] = [row.must('user_id'), row.must('course_id'), row.utc('course_grade_ts')];
      const grade = row.text('course_grade_overall');
      const key = keyOf(person, course, 'passed');
      yield { type: 'outcome', key, course, person, kind: 'passed', at, ...(grade !== undefined && { grade }) };
    }
  },
);

/** Nobody ticked that staff may see who rated, so nobody is named. */
export const ratings = defineShape<Batch>(
  'feedback_course_ratings',
  'tables',
  { needs: 'course_id user_id feedback_system feedback_rating feedback_ts', takes: 'feedback_max_rating' },
  function* (row) {
    const [course, survey] = [row.must('course_id'), row.must('feedback_system')];
    const items = [{ item: 'rating', number: row.number('feedback_rating') ?? 0 }];
    row.must('feedback_rating');
    const answeredAt = row.mustUtc('feedback_ts');
    const key = digestOf(row.must('user_id'), course, survey, answeredAt);
    yield { type: 'survey_response', key, course, survey, items, answeredAt };
  },
);
