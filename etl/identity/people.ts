import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

import { SourceSettings, ensureSource } from '../load/source.ts';
import { normalisedClaims } from './normalise.ts';

/** Somebody who may sign in. */
export interface User {
  readonly personId: number;
  readonly name: string;
  readonly email: string;
}

/** Nobody, or more than one person, carries this address. */
export class NoSuchPerson extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.name = 'NoSuchPerson';
    this.hint = hint;
  }
}

/** The source of what people enter by hand. It was there first, so its words come first. */
export const byHand = { name: 'kith', connector: 'by-hand' } as const;

/**
 * Adds somebody who is in no source yet. Should a roster bring the same verified address later, the two become one
 * person and keep their grants. Somebody whom a source has already brought is taken as they are.
 */
export async function addUser(db: Db, institutionId: number, given: { name: string; email: string }): Promise<User> {
  const email = given.email.normalize('NFC').trim().toLowerCase();
  const [known] = await peopleWith(db, institutionId, email);
  if (known !== undefined) return { ...(await personNamed(db, institutionId, email)), email };
  const sourceId = await ensureSource(db, institutionId, byHand);
  return db.transaction().execute(async (tx) => {
    const now = new Date();
    const { personId } = await tx
      .insertInto('core.person')
      .values({ institutionId, kind: 'human', pseudonym: sql<string>`gen_random_uuid()`, createdAt: now })
      .returning('personId')
      .executeTakeFirstOrThrow();
    const { accountId } = await tx
      .insertInto('core.account')
      .values({ institutionId, personId, sourceId, inRoster: true, kind: 'human', createdAt: now })
      .returning('accountId')
      .executeTakeFirstOrThrow();
    const named = { displayName: given.name };
    await tx
      .insertInto('identity.account')
      .values({ institutionId, sourceId, accountId, key: email, ...named })
      .execute();
    await tx
      .insertInto('identity.person')
      .values({ institutionId, personId, email, ...named })
      .execute();
    const said = [{ scheme: 'email', value: email, verified: true }] as const;
    const claims = normalisedClaims(said, { name: byHand.name, settings: SourceSettings.parse({}) });
    for (const { scheme, issuer, value, verified } of claims) {
      const claim = { institutionId, accountId, scheme, issuer, value, verified };
      await tx.insertInto('identity.claim').values(claim).execute();
    }
    return { personId, name: given.name, email };
  });
}

/** The one person with this address. Throws {@link NoSuchPerson} where there is none or several. */
export async function personNamed(db: Db, institutionId: number, word: string): Promise<User> {
  const email = word.normalize('NFC').trim().toLowerCase();
  const found = await peopleWith(db, institutionId, email);
  const [only, another] = found;
  if (only === undefined) {
    throw new NoSuchPerson(`Nobody has the address ${email}.`, `kith user add ${email} --name "Their name"`);
  }
  if (another !== undefined) {
    throw new NoSuchPerson(
      `${found.length} people have the address ${email}, and no source says which is right.`,
      'Load the roster that knows them; a verified address makes them one person.',
    );
  }
  return { personId: only.personId, name: only.name ?? email, email };
}

/** By the address of the person, and by every address a source vouches for. */
async function peopleWith(
  db: Db,
  institutionId: number,
  email: string,
): Promise<{ personId: number; name: string | null }[]> {
  const { rows } = await sql<{ personId: number; name: string | null }>`
    select p.person_id, i.display_name as name
    from core.person as p
    left join identity.person as i on i.institution_id = p.institution_id and i.person_id = p.person_id
    where p.institution_id = ${institutionId} and p.kind = 'human' and p.person_id in (
      select person_id from identity.person where institution_id = ${institutionId} and lower(email) = ${email}
      union
      select a.person_id
      from identity.claim as c
      join core.account as a on a.institution_id = c.institution_id and a.account_id = c.account_id
      where c.institution_id = ${institutionId} and c.scheme = 'email' and c.value = ${email} and c.verified
    )
    order by p.person_id`.execute(db);
  return rows;
}
