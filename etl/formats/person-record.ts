import type { RecordInput } from '../records/record.ts';

export type PersonRecord = Extract<RecordInput, { type: 'person' }>;
type Claim = NonNullable<PersonRecord['claims']>[number];

/** What a learning platform says of a person. `key` is what its other rows call them. */
export interface Said {
  readonly key: string;
  readonly keyScheme?: Claim['scheme'];
  readonly name?: string | undefined;
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
  readonly email?: string | undefined;
  /** Id in the student information system. */
  readonly sisId?: string | undefined;
  readonly username?: string | undefined;
  readonly active?: boolean | undefined;
  readonly kind?: PersonRecord['kind'];
}

/** A person with all claims the platform vouches for. A name alone is weak: it suggests a match, it never joins. */
export function personRecord({
  key,
  keyScheme = 'lms',
  email,
  sisId,
  username,
  active,
  kind,
  ...names
}: Said): PersonRecord {
  const { givenName, familyName } = names;
  const both = [givenName, familyName].filter((name) => name !== undefined).join(' ');
  const displayName = (names.name ?? (both === '' ? undefined : both))?.normalize('NFC');
  const claim = (scheme: Claim['scheme'], value: string | undefined): Claim[] =>
    value === undefined ? [] : [{ scheme, value, verified: true }];
  return {
    type: 'person',
    key,
    displayName,
    givenName,
    familyName,
    ...(active === undefined ? {} : { active }),
    ...(kind === undefined ? {} : { kind }),
    claims: [
      ...claim(keyScheme, key),
      ...claim('sis', sisId),
      ...claim('email', email?.toLowerCase()),
      ...claim('username', username),
      ...(displayName === undefined ? [] : [{ scheme: 'display_name' as const, value: displayName }]),
    ],
  };
}
