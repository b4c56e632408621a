import { hash } from 'node:crypto';

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
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(members).sort()) {
    const member = members[key];
    if (member === undefined) continue;
    const plain = typeof member === 'string' && instantFields.has(key) ? canonicalInstant(member) : member;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(plain)}`;
  }
  return `{${text}}`;
}

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
