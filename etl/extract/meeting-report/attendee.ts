import type { RecordInput } from '../../records/record.ts';

/** A person as a report names them. `vouched`: the address is that of a signed-in account, not one typed at the door. */
export interface Attendee {
  readonly name: string;
  /** The name of the account, where the person shows another one in the meeting. */
  readonly originalName?: string | undefined;
  readonly email?: string | undefined;
  readonly upn?: string | undefined;
  readonly vouched?: boolean | undefined;
  /** Student number, where the report has one. */
  readonly sisId?: string | undefined;
}

/** Words that say where somebody comes from, not what they are called: `(Guest)`, `[Acme] `, `(she/her)`. */
const tags =
  /(?<!\s)\s*\((?:guest|external|extern|externer?|unverified|nicht überprüft|gast|host|me|\p{L}+(?:\/\p{L}+)+)\)/giu;
const organisation = /^\[[^\]]*\]\s*/u;

export function plainName(name: string): string {
  return name.replace(organisation, '').replaceAll(tags, '').replaceAll(/\s+/g, ' ').normalize('NFC').trim();
}

/**
 * The key of a person in this source: the student number, else the address in lower case, else `name:` and the name.
 * Undefined: the row names nobody. Two people of one name without an address are one key; nothing in a report tells them apart.
 */
export function personKey({ sisId, email, upn, name, originalName }: Attendee): string | undefined {
  if (sisId) return sisId;
  const address = email ?? upn;
  if (address) return address.toLowerCase();
  const plain = lastNameLast(plainName(originalName ?? name)).toLowerCase();
  return plain === '' ? undefined : `name:${plain}`;
}

export function personRecord(attendee: Attendee, key: string): RecordInput {
  const { name, originalName, email, upn, sisId, vouched = false } = attendee;
  const names = [...new Set([originalName, name].map((each) => plainName(each ?? '')).filter((each) => each !== ''))];
  return {
    type: 'person',
    key,
    ...(names[0] === undefined ? {} : { displayName: names[0] }),
    claims: [
      ...(sisId ? [{ scheme: 'sis' as const, value: sisId, verified: true }] : []),
      ...(email ? [{ scheme: 'email' as const, value: email.toLowerCase(), verified: vouched }] : []),
      ...(upn ? [{ scheme: 'upn' as const, value: upn.toLowerCase(), verified: vouched }] : []),
      ...names.map((value) => ({ scheme: 'display_name' as const, value })),
    ],
  };
}

/** `Silva, Ana` and `Ana Silva` are one name. */
function lastNameLast(name: string): string {
  const [last, first, ...more] = name.split(',').map((part) => part.trim());
  return last && first && more.length === 0 ? `${first} ${last}` : name;
}
