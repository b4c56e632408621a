import { instantOf } from '../calendar.ts';
import type { University } from '../university.ts';
import { csvText } from './csv.ts';
import type { Files } from './files.ts';
import type { Noted } from './noted.ts';

/** Groups, their members from the third week on, and who did something for them when. */
export async function writeGroupWork(
  files: Files,
  { calendar, courses }: University,
  noted: readonly Noted[],
): Promise<void> {
  const formed = calendar.day(Math.min(3, calendar.weeks), 0);
  const groups = courses.flatMap((course) =>
    course.groups.map((seats, at) => ({
      code: course.code,
      seats,
      id: groupId(course.code, at),
      name: `Group ${at + 1}`,
    })),
  );
  const groupColumns = ['group_id', 'course_id', 'kind', 'name', 'starts_on'];
  const groupRows = groups.map(({ id, code, name }) => [id, code, 'project', name, formed]);
  await files.write('tutoring/groups.csv', csvText(groupColumns, groupRows));

  const memberColumns = ['group_id', 'person_id', 'course_id', 'from'];
  const members = groups.flatMap(({ id, code, seats }) =>
    seats.map(({ learner }) => [id, learner.sisId, code, formed]),
  );
  await files.write('tutoring/group_members.csv', csvText(memberColumns, members));

  const workColumns = ['person_id', 'course_id', 'verb', 'object_id', 'object_type', 'at'];
  const work = noted.flatMap(({ course: { code }, contributions }) =>
    contributions.map(({ seat, group, millis }) => {
      return [seat.learner.sisId, code, 'edited', groupId(code, group), 'group', instantOf(millis)];
    }),
  );
  await files.write('tutoring/activity.csv', csvText(workColumns, work));
}

function groupId(code: string, at: number): string {
  return `${code}-g${at + 1}`;
}
