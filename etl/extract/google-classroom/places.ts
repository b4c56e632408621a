import { keyOf } from '../../formats/natural-key.ts';
import { defineShape } from '../../formats/shape.ts';
import type { Batch } from './batch.ts';

export const course = defineShape<Batch>(
  'a course',
  'rosters',
  {
    needs: 'id name ownerId courseState',
    takes:
      'section descriptionHeading room creationTime updateTime enrollmentCode alternateLink teacherGroupEmail ' +
      'courseGroupEmail teacherFolder courseMaterialSets guardiansEnabled calendarId gradebookSettings subject',
    hides: 'description',
  },
  function* (row) {
    row.mustOne('courseState', { ACTIVE: true, ARCHIVED: true, PROVISIONED: true, DECLINED: true, SUSPENDED: true });
    const [title, section] = [row.must('name'), row.text('section')];
    yield { type: 'course', key: row.must('id'), title: section === undefined ? title : `${title} (${section})` };
  },
);

export const alias = defineShape<Batch>('another name of a course', 'rosters', { needs: 'alias' }, function* () {
  yield { passed: 'another name of a course, which is known by its id' };
});

export const group = defineShape<Batch>('a student group', 'groups', { needs: 'id courseId title' }, function* (row) {
  yield { type: 'group', key: row.must('id'), course: row.must('courseId'), title: row.must('title') };
});

export const groupMember = defineShape<Batch>(
  'a member of a student group',
  'groups',
  { needs: 'courseId studentGroupId userId' },
  function* (row) {
    const [group, person] = [row.must('studentGroupId'), row.must('userId')];
    yield { type: 'membership', key: keyOf(group, person), course: row.must('courseId'), group, person };
  },
);
