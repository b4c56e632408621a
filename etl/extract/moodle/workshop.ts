import { defineShape } from '../../formats/shape.ts';
import type { Batch } from './batch.ts';

export const workshops = defineShape<Batch>(
  'workshop',
  'tables',
  {
    needs: 'id course name strategy evaluation',
    takes:
      'timemodified phase useexamples usepeerassessment useselfassessment grade gradinggrade submissionstart ' +
      'submissionend assessmentstart assessmentend phaseswitchassessment latesubmissions maxbytes nattachments',
    hides: 'intro instructauthors instructreviewers conclusion',
  },
  function* () {
    yield { passed: 'a workshop: its assessments are the records' };
  },
  (row, { courses }) => courses.set(`workshop:${row.must('id')}`, row.must('course')),
);

export const submissions = defineShape<Batch>(
  'workshop_submissions',
  'tables',
  {
    needs: 'id workshopid authorid timecreated',
    takes:
      'example timemodified contentformat contenttrust attachment grade gradeover gradeoverby timegraded published late ' +
      'feedbackauthorformat',
    hides: 'title content feedbackauthor feedbackauthorattachment',
  },
  function* (row, batch) {
    const workshop = row.must('workshopid');
    if (row.flag('example') === true) yield { passed: 'an example submission' };
    else {
      const [key, person, at] = [`submission:${row.must('id')}`, row.must('authorid'), row.mustSeconds('timecreated')];
      const inCourse = batch.courseOf('workshop', workshop);
      const object = `workshop:${workshop}`;
      yield { type: 'activity', key, ...inCourse, person, verb: 'submitted', object, objectType: 'workshop', at };
    }
  },
  (row, batch) => {
    const isExample = row.flag('example') === true;
    batch.submissions.set(row.must('id'), {
      author: row.must('authorid'),
      workshop: row.must('workshopid'),
      isExample,
    });
  },
);

/** `timecreated` 0: the review was allotted and is not done. */
export const assessments = defineShape<Batch>(
  'workshop_assessments',
  'tables',
  {
    needs: 'id submissionid reviewerid timecreated',
    takes:
      'weight timemodified timeagreed grade gradinggrade gradinggradeover gradinggradeoverby feedbackauthorformat ' +
      'feedbackauthorattachment feedbackreviewerformat',
    hides: 'feedbackauthor feedbackreviewer generalcomment teachercomment',
  },
  function* (row, batch) {
    const [giver, submission] = [row.must('reviewerid'), batch.submissions.get(row.must('submissionid'))];
    const [givenAt, score] = [row.seconds('timecreated'), row.number('grade')];
    if (submission?.isExample) yield { passed: 'the assessment of an example' };
    else
      yield {
        type: 'feedback',
        key: row.must('id'),
        ...batch.courseOf('workshop', submission?.workshop),
        giver,
        ...(submission && { receiver: submission.author, activity: `workshop:${submission.workshop}` }),
        kind: submission?.author === giver ? 'self' : 'peer',
        ...(givenAt !== undefined && { givenAt }),
        ...(score !== undefined && { score }),
      };
  },
);
