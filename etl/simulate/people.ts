import { institution } from './catalogue.ts';
import { familyNames, givenNames } from './names.ts';
import type { Random } from './random.ts';

export interface Person {
  /** Number in the student or staff records system. */
  readonly sisId: string;
  /** Id in the learning platform: another number, as in life. */
  readonly moodleId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly username: string;
  readonly email: string;
}

export interface Learner extends Person {
  readonly programme: string;
  /** Where they live; the same region makes an answer a little likelier. */
  readonly region: string;
  /** Where their clock differs from the university's. */
  readonly timezone: string | undefined;
  /** No source can match them: they use a private address everywhere outside the roster. */
  readonly unmatched: boolean;
  /** They opted out of analytics. */
  readonly optedOut: boolean;
  /** The address they show outside the roster. */
  readonly shownEmail: string;
}

export function nameOf({ givenName, familyName }: Person): string {
  return `${givenName} ${familyName}`;
}

/** Makes people whose usernames and numbers are their own; two may share a name, as in life. */
export function peopleMaker(random: Random): (kind: 'learner' | 'staff') => Person {
  const taken = new Map<string, number>();
  let moodleId = 100;
  let number = 40_000;
  return (kind) => {
    const givenName = random.pick(givenNames);
    const familyName = random.pick(familyNames);
    const plain = `${ascii(givenName)}.${ascii(familyName)}`;
    const before = taken.get(plain) ?? 0;
    taken.set(plain, before + 1);
    const username = before === 0 ? plain : `${plain}${before + 1}`;
    const host = kind === 'learner' ? `students.${institution.domain}` : institution.domain;
    moodleId += random.whole(1, 4);
    number += random.whole(1, 9);
    const sisId = `${kind === 'learner' ? 'S' : 'T'}${number}`;
    return { sisId, moodleId: String(moodleId), givenName, familyName, username, email: `${username}@${host}` };
  };
}

function ascii(name: string): string {
  return name
    .replaceAll(/[Łł]/g, 'l')
    .replaceAll(/[Øø]/g, 'o')
    .replaceAll(/[Đđ]/g, 'd')
    .normalize('NFD')
    .replaceAll(/[^a-zA-Z]/g, '')
    .toLowerCase();
}
