import type { RecordInput } from '../../records/record.ts';
import { extension } from './extensions.ts';
import { words } from './language-map.ts';
import { objectWord } from './objects.ts';
import type { Statement, Thing } from './statement.ts';
import { surroundings } from './surroundings.ts';

export type CourseRecord = Extract<RecordInput, { type: 'course' }>;

const lms = 'https://w3id.org/learning-analytics/learning-management-system/';
const jisc = 'http://xapi.jisc.ac.uk/';

/** The course a statement belongs to: its object, the nearest course around it, or Jisc's course area. */
export function courseOf(statement: Statement): CourseRecord | undefined {
  const { object } = statement;
  if (object.id !== undefined && isCourse({ ...object, id: object.id }))
    return courseRecord({ ...object, id: object.id });
  const around = surroundings(statement).find(isCourse);
  return around ? courseRecord(around, areaOf(statement)) : areaOf(statement);
}

/** Emitters that give no activity type still write recognisable ids. */
function isCourse({ id, definition }: Thing): boolean {
  if (id === '') return false;
  return objectWord(definition?.type) === 'course' || (definition?.type === undefined && openEdx.test(id));
}

const openEdx = /course-v1:[^/?#]+/;

/** Open edX's course id is the key wherever it stands, bare or at the end of an address. */
function courseRecord({ id, definition }: Thing, area?: CourseRecord): CourseRecord {
  const title = words(definition?.name);
  const code = text(extension(definition?.extensions, `${lms}short-id`)) ?? area?.code;
  const sisId = text(extension(definition?.extensions, `${lms}external-id`)) ?? area?.sisId;
  return {
    type: 'course',
    key: openEdx.exec(id)?.[0] ?? id,
    ...(title !== undefined && { title }),
    ...(code !== undefined && { code }),
    ...(sisId !== undefined && { sisId }),
    ...(/^https?:\/\//.test(id) && URL.canParse(id) && { url: id }),
  };
}

/** Jisc's courseArea: an id of the platform, and the module instance of the student records system. */
function areaOf({ context }: Statement): CourseRecord | undefined {
  const area = extension(context?.extensions, `${jisc}courseArea`);
  if (typeof area !== 'object' || area === null) return undefined;
  const fields = area as Record<string, unknown>;
  const code = text(extension(fields, `${jisc}vle_mod_id`));
  const sisId =
    text(extension(fields, `${jisc}uddModInstanceID`)) ?? text(extension(fields, `${jisc}uddCourseInstanceId`));
  const key = text(fields.id) ?? sisId ?? code;
  if (key === undefined) return undefined;
  return { type: 'course', key, ...(code !== undefined && { code }), ...(sisId !== undefined && { sisId }) };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
