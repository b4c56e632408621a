import { proseOf } from '../../formats/prose.ts';
import type { ProgrammeTitle } from '../catalogue.ts';
import type { Post } from '../forum.ts';
import { type Learner, nameOf, type Person } from '../people.ts';
import type { Course } from '../course.ts';
import type { University } from '../university.ts';
import { csvText } from './csv.ts';
import type { Files } from './files.ts';

/** The columns of Moodle's forum export (mod/forum/export.php). It holds a full name and no address. */
const forumColumns =
  'id,discussion,parent,userid,userfullname,created,modified,mailed,subject,message,messageformat,messagetrust,attachment,totalscore,mailnow,deleted,privatereplyto,privatereplytofullname,wordcount,charcount'.split(
    ',',
  );

export async function writeForum(files: Files, { code }: Course, posts: readonly Post[]): Promise<void> {
  const rows = posts.map(({ id, discussion, parent, author, millis, subject, message }) => {
    const seconds = Math.round(millis / 1000);
    const { words, chars } = proseOf(message);
    const who = [author.moodleId, nameOf(author)];
    const text = [1, subject, message, 1, 0, '', 0, 0, 0, 0, '', words, chars];
    return [id, discussion, parent, ...who, seconds, seconds, ...text];
  });
  await files.write(`moodle/forum/${code}.csv`, csvText(forumColumns, rows));
}

/**
 * What an LMS administrator adds by hand, as native tables: whose accounts the ids of the forum are, and which course
 * of the records system each Moodle course is.
 */
export async function writeAccounts(files: Files, { courses, learners }: University): Promise<void> {
  const staff = [...new Set(courses.flatMap((course) => course.staff))];
  const columns = ['person_id', 'sis_id', 'email', 'username', 'display_name'];
  const accounts = [...learners.map(learnerRow), ...staff.map((person) => row(person, person.sisId, person.email))];
  await files.write('moodle/accounts/persons.csv', csvText(columns, accounts));
  await files.write('moodle/accounts/courses.csv', courseLinks(courses));
}

/** The same courses under the same ids, for a source that does not tell of them itself. */
export function courseLinks(courses: readonly Course[], programmes: readonly ProgrammeTitle[] = []): string {
  const rows = courses.map(({ code, title }) => [code, title, code, code, 'course']);
  const wholes = programmes.map(({ id, title }) => [id, title, id, '', 'programme']);
  return csvText(['course_id', 'title', 'sis_id', 'code', 'kind'], [...rows, ...wholes]);
}

function learnerRow(learner: Learner): (string | undefined)[] {
  return row(learner, learner.unmatched ? undefined : learner.sisId, learner.shownEmail);
}

function row(person: Person, sisId: string | undefined, email: string): (string | undefined)[] {
  return [person.moodleId, sisId, email, sisId === undefined ? undefined : person.username, nameOf(person)];
}
