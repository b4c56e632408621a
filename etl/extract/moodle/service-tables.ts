import { refuse } from '../../formats/cell.ts';
import { keyOf } from '../../formats/natural-key.ts';
import { defineShape, type Shape } from '../../formats/shape.ts';
import type { Batch } from './batch.ts';
import { courses } from './places.ts';
import { assessments, submissions, workshops } from './workshop.ts';

/** What a web service answers where the table has a row: the same fields and some more. */
function answered(table: Shape<Batch>, takes: string, hides = ''): Shape<Batch> {
  const names = (more: string) => more.split(/\s+/).filter((name) => name !== '');
  const shape = { takes: [...table.takes, ...names(takes)], hides: [...table.hides, ...names(hides)] };
  return { ...table, ...shape, variant: 'workshop-badges' };
}

export const answeredCourse = {
  ...answered(
    courses,
    'categoryid categorysortorder displayname summaryformat showgrades newsitems numsections showreports hiddensections ' +
      'groupmode groupmodeforce defaultgroupingid enablecompletion completionnotify forcetheme courseformatoptions ' +
      'showactivitydates showcompletionconditions maxbytes',
    'customfields',
  ),
  variant: 'services',
};

export const answeredWorkshop = answered(
  workshops,
  'coursemodule section visible groupmode groupingid introformat lang gradedecimals submissiontypetext ' +
    'submissiontypefile submissionfiletypes examplesmode overallfeedbackmode overallfeedbackfiles ' +
    'overallfeedbackfiletypes overallfeedbackmaxbytes instructauthorsformat instructreviewersformat conclusionformat ' +
    'introfiles instructauthorsfiles instructreviewersfiles conclusionfiles',
);

export const answeredSubmission = answered(submissions, 'contentfiles attachmentfiles');
export const answeredAssessment = answered(assessments, 'feedbackcontentfiles feedbackattachmentfiles');

/** An item of core_badges_get_user_badges. Since Moodle 4.5 it says whose badge it is; before, the file has to. */
export const userBadge = defineShape<Batch>(
  'a badge of a user',
  'workshop-badges',
  {
    needs: 'id name uniquehash dateissued',
    takes:
      'badgeid recipientid courseid coursefullname type status issuedid dateexpire visible version language timecreated ' +
      'timemodified usercreated usermodified issuername expiredate expireperiod notification nextcron attachment ' +
      'alignment relatedbadges imageauthorname imagecaption',
    hides:
      'email recipientfullname description message messagesubject issuerurl issuercontact badgeurl endorsement ' +
      'imageauthoremail imageauthorurl uniquehash',
  },
  function* (row, _batch, file) {
    const person = row.id('recipientid') ?? /(\d+)[^\d/]*$/.exec(file)?.[1] ?? noRecipient();
    const [definition, at, course] = [row.must('id'), row.mustSeconds('dateissued'), row.id('courseid')];
    const key = row.id('issuedid') ?? keyOf(person, definition, at);
    const title = row.must('name');
    yield { type: 'award', key, ...(course !== undefined && { course }), person, kind: 'badge', title, definition, at };
  },
);

function noRecipient(): never {
  return refuse('NO_PERSON', 'recipientid', 'does not say whose badge it is. Name the file badges-<user id>.json');
}
