import { keyOf } from '../../formats/natural-key.ts';
import { defineShape } from '../../formats/shape.ts';
import type { Batch } from './batch.ts';

export const anonymousIds = defineShape<Batch>(
  'student_anonymoususerid',
  'ora2',
  { needs: 'user_id anonymous_user_id course_id', takes: 'id' },
  function* () {
    yield { passed: 'who is behind an anonymous id: used, no record of its own' };
  },
  (row, { users }) => users.set(row.must('anonymous_user_id'), row.must('user_id')),
);

export const studentItems = defineShape<Batch>(
  'submissions_studentitem',
  'ora2',
  { needs: 'id student_id course_id item_id item_type' },
  function* () {
    yield { passed: 'whose work it is: used, no record of its own' };
  },
  (row, batch) => {
    const user = batch.users.get(row.must('student_id'));
    batch.items.set(row.must('id'), { user, course: row.must('course_id'), item: row.must('item_id') });
  },
);

export const submissions = defineShape<Batch>(
  'submissions_submission',
  'ora2',
  {
    needs: 'uuid student_item_id submitted_at created_at',
    takes: 'id attempt_number status team_submission_id',
    hides: 'raw_answer',
  },
  function* (row, batch) {
    const work = batch.submitters.get(row.must('uuid'));
    if (work?.user === undefined) yield { passed: 'work of somebody whom student_anonymoususerid does not name' };
    else {
      const [key, at] = [`ora:${row.must('uuid')}`, row.mustUtc('submitted_at')];
      const { user: person, course, item: object } = work;
      yield { type: 'activity', key, course, person, verb: 'submitted', object, objectType: 'openassessment', at };
    }
  },
  (row, batch) => {
    const item = batch.items.get(row.must('student_item_id'));
    if (item) batch.submitters.set(row.must('uuid'), item);
  },
);

export const assessmentKinds = { PE: 'peer', SE: 'self', ST: 'staff' } as const;

export const assessments = defineShape<Batch>(
  'assessment_assessment',
  'ora2',
  { needs: 'id submission_uuid scored_at scorer_id score_type', takes: 'rubric_id', hides: 'feedback' },
  function* (row, batch) {
    const work = batch.submitters.get(row.must('submission_uuid'));
    const giver = batch.users.get(row.must('scorer_id'));
    const kind = row.mustOne('score_type', assessmentKinds);
    if (giver === undefined) yield { passed: 'an assessment by somebody whom student_anonymoususerid does not name' };
    else
      yield {
        type: 'feedback',
        key: keyOf('ora', row.must('submission_uuid'), giver, kind),
        ...(work && { course: work.course, activity: work.item }),
        giver,
        ...(work?.user !== undefined && { receiver: work.user }),
        kind,
        givenAt: row.utc('scored_at'),
      };
  },
);
