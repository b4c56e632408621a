import { UnreadableFile, type SourceFile, type SourceInput } from '../../connector.ts';
import { csvTable, type CsvTable, detectDelimiter, requireColumns } from '../../formats/csv.ts';
import { decode, headText } from '../../formats/encoding.ts';
import { headRows } from '../../formats/head-rows.ts';
import { head } from '../../formats/source.ts';

export type TableName =
  'manifest' | 'orgs' | 'academicSessions' | 'courses' | 'classes' | 'users' | 'roles' | 'enrollments' | 'demographics';

/** Columns that together only this table has. Tables are known by their header: people rename files. */
const marks: readonly (readonly [TableName, readonly string[]])[] = [
  ['manifest', ['propertyName', 'value']],
  ['demographics', ['sourcedId', 'birthDate']],
  ['enrollments', ['sourcedId', 'classSourcedId', 'userSourcedId', 'role']],
  ['roles', ['sourcedId', 'userSourcedId', 'roleType', 'role']],
  ['users', ['sourcedId', 'givenName', 'familyName']],
  ['classes', ['sourcedId', 'title', 'courseSourcedId', 'termSourcedIds']],
  ['academicSessions', ['sourcedId', 'title', 'type', 'startDate', 'endDate']],
  ['courses', ['sourcedId', 'title', 'courseCode']],
  ['orgs', ['sourcedId', 'name', 'type']],
];

/** What real files write instead of the names of the specification, in lower case. */
const misspelt: ReadonlyMap<string, string> = new Map([
  ['datalastmodified', 'dateLastModified'],
  ['prefferedgivenname', 'preferredGivenName'],
  ['prefferedfamilyname', 'preferredFamilyName'],
  ['schoolyearid', 'schoolYearSourcedId'],
  ['agents', 'agentSourcedIds'],
]);

/** Every column Kith reads, by its name in lower case; `password`, phones, pronouns and extensions are not among them. */
const read = [
  'sourcedId status dateLastModified name type identifier parentSourcedId title startDate endDate schoolYearSourcedId',
  'courseCode courseSourcedId classCode schoolSourcedId termSourcedIds enabledUser role username givenName familyName',
  'email agentSourcedIds userMasterIdentifier preferredGivenName preferredFamilyName userSourcedId roleType',
  'classSourcedId beginDate propertyName value birthDate',
].flatMap((names) => names.split(' '));
const specified = new Map(read.map((name) => [name.toLowerCase(), name]));

/** Columns of the specification that are not read. Extensions may have any name below `metadata.` and `ext_`. */
const unread = new Set(
  [
    'userId schoolYear grades orgSourcedId subjects subjectCodes classType location subjects periods userIds middleName',
    'identifier sms phone password primary preferredMiddleName primaryOrgSourcedId pronouns userProfileSourcedId',
    'orgSourcedIds agentSourcedId resources profileId profileType vendorId credentialType description applicationId',
    'orgSourcedId sex americanIndianOrAlaskaNative asian blackOrAfricanAmerican nativeHawaiianOrOtherPacificIslander',
    'white demographicRaceTwoOrMoreRaces hispanicOrLatinoEthnicity countryOfBirthCode stateOfBirthAbbreviation',
    'cityOfBirth publicSchoolResidenceStatus',
  ].flatMap((names) => names.toLowerCase().split(' ')),
);

export function unknownColumns(header: readonly string[]): string[] {
  const names = columnNames(header);
  const isExtension = (name: string) => /^(?:metadata\.|ext[_.])/i.test(name);
  return header.filter(
    (name, at) => name !== '' && names[at] === '' && !isExtension(name) && !unread.has(name.trim().toLowerCase()),
  );
}

/** The header as the specification would write it; what Kith does not read is an empty name. */
export function columnNames(header: readonly string[]): string[] {
  const names = header.map((name) => {
    const plain = name.trim().toLowerCase();
    return specified.get(plain) ?? misspelt.get(plain) ?? '';
  });
  // `userId` is the person in an enrolment, and a list of other ids in a user.
  const isEnrolment = names.includes('classSourcedId');
  return names.map((name, at) =>
    isEnrolment && header[at]?.trim().toLowerCase() === 'userid' ? 'userSourcedId' : name,
  );
}

/** Undefined: a table of OneRoster that Kith does not read, or none at all. */
export function tableOf(header: readonly string[]): TableName | undefined {
  const names = columnNames(header);
  return marks.find(([, needed]) => needed.every((name) => names.includes(name)))?.[0];
}

export interface Table {
  readonly name: TableName;
  /** Columns nobody knows. */
  readonly unknown: readonly string[];
  readonly file: SourceFile;
}

/**
 * The tables of a batch and, in a folder, the files that are none of them. Throws UnreadableFile MISSING_COLUMN for a
 * table that its name promises and its header does not keep, UNKNOWN_LAYOUT where there is no table at all.
 */
export async function recognisedTables(input: SourceInput): Promise<{ tables: Table[]; others: SourceFile[] }> {
  const tables: Table[] = [];
  const others: SourceFile[] = [];
  for (const file of input.files) {
    const header = headerOf(await head(file));
    const name = tableOf(header);
    if (name) tables.push({ name, file, unknown: unknownColumns(header) });
    else {
      requireNamed(file, header);
      others.push(file);
    }
  }
  const [first] = others;
  if (tables.length > 0 || first === undefined) return { tables, others };
  await decode(first).next(); // says so where the file is empty, binary or in a wrong encoding
  const hint =
    'Point at the zip or folder of the OneRoster export, with users.csv, classes.csv and enrollments.csv in it.';
  throw new UnreadableFile('UNKNOWN_LAYOUT', first.name, 'This is no table of OneRoster.', hint);
}

function headerOf(bytes: Uint8Array): string[] {
  return headRows(bytes, detectDelimiter(headText(bytes)), 1)[0] ?? [];
}

/** A table opened: its header in the names of the specification, and its rows, which can be read once. */
export async function openTable(file: SourceFile): Promise<{ names: readonly string[]; csv: CsvTable }> {
  const csv = await csvTable(file);
  return { names: columnNames(csv.header), csv };
}

function requireNamed(file: SourceFile, header: readonly string[]): void {
  const base = /(?<![a-z])([a-z]+)\.csv$/i.exec(file.name)?.[1]?.toLowerCase();
  const [, needed] = marks.find(([name]) => name.toLowerCase() === base) ?? [];
  const names = columnNames(header);
  if (needed)
    requireColumns(
      file,
      [...names.filter((name) => name !== ''), ...header.filter((_, at) => names[at] === '')],
      needed,
    );
}
