import { instantOf } from '../calendar.ts';
import { programmes } from '../catalogue.ts';
import { type PulseAnswer, pulseItems } from '../tutoring.ts';
import type { University } from '../university.ts';
import { writeBreakouts } from './breakouts.ts';
import { type CellValue, csvText } from './csv.ts';
import type { Files } from './files.ts';
import { writeFeedback } from './feedback.ts';
import { writeGroupWork } from './group-work.ts';
import { courseLinks } from './moodle.ts';
import type { Noted } from './noted.ts';

/** What tutors keep by hand, as native tables: programmes, groups, breakout rooms, peer feedback, the pulse, opt-outs, declarations. */
export async function writeTutoring(files: Files, university: University, noted: readonly Noted[]): Promise<void> {
  const { learners, courses } = university;
  await files.write('tutoring/courses.csv', courseLinks(courses, programmes));
  const persons = learners.map(({ sisId, region, timezone }) => [sisId, sisId, region, timezone]);
  await files.write('tutoring/persons.csv', csvText(['person_id', 'sis_id', 'region', 'timezone'], persons));
  await writeProgrammes(files, university);
  await writeChoices(files, university);
  await writeGroupWork(files, university, noted);
  await writeBreakouts(files, noted);
  await writeFeedback(files, noted);
  await writePulse(files, noted);
}

/** A learner's programme is an enrolment in a course of kind programme. */
async function writeProgrammes(files: Files, { calendar, learners }: University): Promise<void> {
  const columns = ['person_id', 'course_id', 'role', 'from'];
  const rows = learners.map(({ sisId, programme }) => [sisId, programme, 'learner', calendar.startsOn]);
  await files.write('tutoring/enrolments.csv', csvText(columns, rows));
}

async function writeChoices(files: Files, { calendar, courses }: University): Promise<void> {
  const seats = courses.flatMap(({ code, seats }) => seats.map((seat) => ({ code, seat })));
  const from = calendar.at(1, 0, 0);
  const optedOut = seats.filter(({ seat }) => seat.learner.optedOut);
  const consents = optedOut.map(({ seat, code }) => [seat.learner.sisId, code, 'analytics', 'false', from]);
  const consentColumns = ['person_id', 'course_id', 'purpose', 'granted', 'at'];
  await files.write('tutoring/consents.csv', csvText(consentColumns, consents));

  const met = calendar.at(1, 3, 18 * 60);
  const elsewhere = seats.filter(({ seat }) => seat.archetype.id === 'offline_connected');
  const declarations = elsewhere.map(({ seat, code }) => [seat.learner.sisId, code, 'study_group', met]);
  await files.write('tutoring/declarations.csv', csvText(['person_id', 'course_id', 'kind', 'from'], declarations));
}

async function writePulse(files: Files, noted: readonly Noted[]): Promise<void> {
  const columns = 'response_id,survey_id,wave,person_id,course_id,item_id,value_num,answered_at'.split(',');
  const rows = noted.flatMap(({ course, pulse }) => pulse.flatMap((answer) => answerRows(course.code, answer)));
  await files.write('tutoring/survey_responses.csv', csvText(columns, rows));
}

function answerRows(code: string, { seat, week, millis, values }: PulseAnswer): CellValue[][] {
  const { sisId } = seat.learner;
  const [id, at] = [`${code}-w${week}-${sisId}`, instantOf(millis)];
  return pulseItems.map((item, which) => [id, 'pulse', `week ${week}`, sisId, code, item, values[which], at]);
}
