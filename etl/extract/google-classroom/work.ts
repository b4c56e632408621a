import { keyOf } from '../../formats/natural-key.ts';
import { apart, defineShape, type Meant } from '../../formats/shape.ts';
import type { Fields } from '../../formats/fields.ts';
import { written } from '../../formats/written.ts';
import type { Batch } from './batch.ts';

const assigned = 'assigneeMode individualStudentsOptions studentGroupsOptions';

export const courseWork = defineShape<Batch>(
  'course work',
  'submissions',
  {
    needs: 'id courseId title state workType',
    takes:
      `materials alternateLink creationTime updateTime dueDate dueTime scheduledTime maxPoints ${assigned} ` +
      'associatedWithDeveloper submissionModificationMode assignment multipleChoiceQuestion creatorUserId topicId ' +
      'gradeCategory gradingPeriodId previewVersion',
    hides: 'description',
  },
  function* (row) {
    row.mustOne('workType', { ASSIGNMENT: true, SHORT_ANSWER_QUESTION: true, MULTIPLE_CHOICE_QUESTION: true });
    yield { passed: 'a task: what was handed in for it are the records' };
  },
);

const forAll = {
  ALL_STUDENTS: true,
  INDIVIDUAL_STUDENTS: false,
  STUDENT_GROUPS: false,
  ASSIGNEE_MODE_UNSPECIFIED: false,
} as const;

/** What a change of state says that the learner did. */
const acts = {
  CREATED: 'nothing',
  TURNED_IN: 'submitted',
  RETURNED: 'nothing',
  RECLAIMED_BY_STUDENT: 'edited',
  STUDENT_EDITED_AFTER_TURN_IN: 'edited',
} as const;

/** A learner's work on a task, with its history. Of the grades in the history nothing is read. */
export const submission = defineShape<Batch>(
  'a submission',
  'submissions',
  {
    needs: 'id courseId courseWorkId userId state',
    takes:
      'creationTime updateTime late draftGrade assignedGrade alternateLink courseWorkType associatedWithDeveloper ' +
      'submissionHistory assignmentSubmission rubricId previewVersion draftRubricGrades assignedRubricGrades',
    hides: 'shortAnswerSubmission multipleChoiceSubmission answer',
    parts: {
      submissionHistory: 'stateHistory gradeHistory',
      stateHistory: 'state stateTimestamp actorUserId',
      gradeHistory: 'pointsEarned maxPoints gradeTimestamp actorUserId gradeChangeType',
    },
  },
  function* (row) {
    row.mustOne('state', { NEW: 1, CREATED: 1, TURNED_IN: 1, RETURNED: 1, RECLAIMED_BY_STUDENT: 1 });
    const changes = row.each('submissionHistory').flatMap((change) => change.inner('stateHistory') ?? []);
    if (changes.length === 0) yield { passed: 'work that was not begun, or whose history the answer leaves out' };
    for (const change of changes) yield* apart(() => changeOf(change, row));
  },
);

function* changeOf(change: Fields, row: Fields): Generator<Meant> {
  const [person, at] = [row.must('userId'), change.mustInstant('stateTimestamp')];
  const verb = change.mustOne('state', acts);
  if (verb === 'nothing' || change.id('actorUserId') !== person) {
    yield { passed: 'a change of state that is nothing the learner did' };
    return;
  }
  const [key, course, object] = [keyOf(row.must('id'), verb, at), row.must('courseId'), row.must('courseWorkId')];
  yield { type: 'activity', key, course, person, verb, object, objectType: 'assignment', at };
}

export const announcement = defineShape<Batch>(
  'an announcement',
  'announcements',
  {
    needs: 'id courseId text state creatorUserId',
    takes: `materials alternateLink creationTime updateTime scheduledTime ${assigned} previewVersion`,
    hides: 'text',
  },
  function* (row, batch) {
    const [key, course, author] = [`announcement:${row.must('id')}`, row.must('courseId'), row.must('creatorUserId')];
    const [createdAt, editedAt] = [row.mustInstant('creationTime'), row.instant('updateTime')];
    const state = row.mustOne('state', { PUBLISHED: 'open', DRAFT: 'draft', DELETED: 'gone' });
    if (state === 'draft') {
      yield { passed: 'an announcement that is not published' };
      return;
    }
    const space = keyOf(course, 'stream');
    if (batch.isNews(`space:${space}`)) yield { type: 'space', key: space, course, kind: 'channel' };
    const said = { type: 'post', key, course, space, thread: key, kind: 'announcement', author, createdAt } as const;
    if (state === 'gone') yield { ...said, deleted: {} };
    else
      yield {
        ...said,
        ...(editedAt !== undefined && Date.parse(editedAt) > Date.parse(createdAt) && { editedAt }),
        ...(row.one('assigneeMode', forAll) === true ? {} : { visibility: 'group' as const }),
        ...written(row.text('text'), batch.keepBodies),
      };
  },
);

export const material = defineShape<Batch>(
  'course material',
  'submissions',
  {
    needs: 'id courseId title state creatorUserId',
    takes: `materials alternateLink creationTime updateTime scheduledTime ${assigned} topicId previewVersion`,
    hides: 'description',
  },
  function* () {
    yield { passed: 'material of a course, which is not read' };
  },
);

export const topic = defineShape<Batch>(
  'a topic',
  'submissions',
  { needs: 'courseId topicId name', takes: 'updateTime' },
  function* () {
    yield { passed: 'a heading under which tasks stand' };
  },
);
