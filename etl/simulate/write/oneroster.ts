import { Temporal } from 'temporal-polyfill';
import { institution, programmes } from '../catalogue.ts';
import type { Person } from '../people.ts';
import type { University } from '../university.ts';
import { type CellValue, csvText } from './csv.ts';
import type { Files } from './files.ts';

const term = 'term-1';

/** OneRoster 1.1 CSV, all files in bulk mode, in which status and dateLastModified stay empty. */
export async function writeOneRoster(files: Files, university: University): Promise<void> {
  const { calendar, courses, learners } = university;
  const staff = [...new Set(courses.flatMap((course) => course.staff))];
  const tables: Record<string, string> = {
    orgs: table('name,type,identifier,parentSourcedId', [
      [institution.id, institution.title, 'school', institution.id, ''],
      ...programmes.map(({ id, title }) => [id, title, 'department', id, institution.id]),
    ]),
    academicSessions: table('title,type,startDate,endDate,parentSourcedId,schoolYear', [
      [
        term,
        `Term from ${calendar.startsOn}`,
        'term',
        calendar.startsOn,
        calendar.endsOn,
        '',
        calendar.endsOn.slice(0, 4),
      ],
    ]),
    courses: table(
      'schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes',
      courses.map(({ code, title, programme }) => [`catalogue-${code}`, term, title, code, '', programme, '', '']),
    ),
    classes: table(
      'title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods',
      courses.map(({ code, title, programme }) => [
        code,
        title,
        '',
        `catalogue-${code}`,
        code,
        'scheduled',
        'online',
        programme,
        term,
      ]),
    ),
    users: table(
      'enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password',
      [
        ...learners.map((learner) => userRow(learner, 'student', learner.programme)),
        ...staff.map((person) => userRow(person, 'teacher', institution.id)),
      ],
    ),
    enrollments: table(
      'classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate',
      enrolments(university),
    ),
  };
  const names = Object.keys(tables);
  const properties = [
    ['manifest.version', '1.0'],
    ['oneroster.version', '1.1'],
    ...names.map((name) => [`file.${name}`, 'bulk']),
    ...['demographics', 'lineItems', 'results', 'categories', 'resources'].map((name) => [`file.${name}`, 'absent']),
    ['source.systemName', `${institution.title} records`],
  ];
  await files.write('oneroster/manifest.csv', csvText(['propertyName', 'value'], properties));
  for (const [name, text] of Object.entries(tables)) await files.write(`oneroster/${name}.csv`, text);
}

/** Rows begin with the sourcedId; the two columns of delta mode follow it. */
function table(columns: string, rows: readonly (readonly CellValue[])[]): string {
  const header = ['sourcedId', 'status', 'dateLastModified', ...columns.split(',')];
  const filled = rows.map(([sourcedId, ...cells]) => {
    const row = [sourcedId, '', '', ...cells];
    return [...row, ...Array<string>(header.length - row.length).fill('')];
  });
  return csvText(header, filled);
}

function userRow({ sisId, username, givenName, familyName, email }: Person, role: string, org: string): CellValue[] {
  return [sisId, 'true', org, role, username, '', givenName, familyName, '', sisId, email];
}

function enrolments({ calendar, courses }: University): CellValue[][] {
  const end = Temporal.PlainDate.from(calendar.endsOn).add({ days: 1 }).toString();
  return courses.flatMap(({ code, programme, staff, seats }) => {
    const row = (sisId: string, role: string, begin: string) => [
      `${code}-${sisId}`,
      code,
      programme,
      sisId,
      role,
      role === 'teacher' ? 'true' : 'false',
      begin,
      end,
    ];
    return [
      ...staff.map(({ sisId }) => row(sisId, 'teacher', calendar.startsOn)),
      ...seats.map(({ learner, joinsWeek }) => row(learner.sisId, 'student', calendar.day(joinsWeek, 0))),
    ];
  });
}
