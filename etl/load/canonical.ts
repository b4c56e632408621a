import { hash } from 'node:crypto';

import { recordSchemas, recordTypes, type CanonicalRecord, type RecordType } from '../records/record.ts';

/** Fields that hold an instant, in any record. */
const instantFields = new Set([
  'allottedAt',
  'answeredAt',
  'at',
  'createdAt',
  'editedAt',
  'endsAt',
  'from',
  'givenAt',
  'joinAt',
  'leaveAt',
  'observedAt',
  'revokedAt',
  'startsAt',
  'to',
]);

/** JSON with sorted keys, no undefined and instants in UTC: equal contents give equal texts. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${value.map(canonicalJson).join(',')}]`;
  return objectText(value, fieldsOf(Object.keys(value)));
}

function objectText(value: object, fields: readonly Field[]): string {
  const members = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const { name, head, isInstant } of fields) {
    const member = members[name];
    if (member === undefined) continue;
    if (text !== '') text += ',';
    text +=
      head +
      (isInstant && typeof member === 'string' ? JSON.stringify(canonicalInstant(member)) : canonicalJson(member));
  }
  return `{${text}}`;
}

/** As {@link canonicalJson}, of a record as its schema gives it: it has no other field than those. */
export function canonicalRecord(record: CanonicalRecord): string {
  return objectText(record, recordFields[record.type]);
}

interface Field {
  readonly name: string;
  /** The name as JSON writes it, with its colon. */
  readonly head: string;
  readonly isInstant: boolean;
}

/** What is in a record has few shapes, and sorting the names costs as much as writing the rest. */
const shapes = new Map<string, readonly Field[]>();
const mostShapes = 1000;

function fieldsOf(names: string[]): readonly Field[] {
  const shape = names.join('\0');
  const known = shapes.get(shape);
  if (known) return known;
  const fields = names
    .sort()
    .map((name) => ({ name, head: `${JSON.stringify(name)}:`, isInstant: instantFields.has(name) }));
  if (shapes.size >= mostShapes) shapes.clear();
  shapes.set(shape, fields);
  return fields;
}

const recordFields = Object.fromEntries(
  recordTypes.map((type) => [type, fieldsOf(Object.keys(recordSchemas[type].shape))]),
) as Readonly<Record<RecordType, readonly Field[]>>;

const instantParts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?(\.\d+)?(Z|([+-])(\d\d):?(\d\d))$/;

/** As JavaScript writes an instant: by far the most of them, and worth no pattern. */
const plainMilliseconds = (text: string): boolean => text.length === 24 && text[19] === '.' && text[23] === 'Z';

function withoutZeros(text: string): string {
  let end = 23;
  while (text[end - 1] === '0') end -= 1;
  return `${text.slice(0, end === 20 ? 19 : end)}Z`;
}

/** The same instant in UTC, with seconds and without trailing zeros. Text that is no instant comes back as it is. */
export function canonicalInstant(text: string): string {
  if (text.length === 20 && text.endsWith('Z')) return text;
  if (plainMilliseconds(text)) return withoutZeros(text);
  const parts = instantParts.exec(text);
  if (!parts) return text;
  const [, minute, seconds = ':00', fraction = '', zone, sign, hours, minutes] = parts;
  const digits = fraction.replace(/\.?0+$/, '');
  if (zone === 'Z') return `${minute!}${seconds}${digits}Z`;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  const utc = new Date(Date.parse(`${minute!}:00Z`) - offset * 60_000).toISOString();
  return `${utc.slice(0, -8)}${seconds}${digits}Z`;
}

/** 128 bits of SHA-256 as a uuid's hexadecimal digits. */
export const digest = (text: string): string => hash('sha256', text, 'hex').slice(0, 32);

/** 52 bits of SHA-256: as many as a JavaScript number holds whoever reads the column. */
export const shortDigest = (text: string): number => parseInt(hash('sha256', text, 'hex').slice(0, 13), 16);
