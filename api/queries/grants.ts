import { sql } from 'kysely';
import type { Db, ReadDb } from '@kith/sql/connect.ts';
import type { ResponseOf } from '../contract/endpoint.ts';
import type { listGrants } from '../contract/grants.ts';
import { select } from './select.ts';

type Answer = ResponseOf<typeof listGrants>;
type Dated<Row> = Omit<Row, 'validFrom' | 'validTo'> & { validFrom: Date | null; validTo: Date | null };

/** Every grant, the staff whose enrolment is their grant, and where a grant can hold. The database refuses others than stewards. */
export async function grants(db: ReadDb): Promise<Answer> {
  return {
    grants: (await select<Dated<Answer['grants'][number]>>(db, sql`select * from ops.list_grants()`)).map(dated),
    staff: (await select<Dated<Answer['staff'][number]>>(db, sql`select * from ops.list_staff()`)).map(dated),
    places: await select(db, sql`select * from ops.list_places()`),
  };
}

const dated = <Row extends { validFrom: Date | null; validTo: Date | null }>(row: Row) => ({
  ...row,
  validFrom: row.validFrom?.toISOString() ?? null,
  validTo: row.validTo?.toISOString() ?? null,
});

/** Why the database did not do it; `done` when it did. */
export type Outcome =
  'done' | 'no_person' | 'own_grant' | 'not_admin' | 'no_place' | 'no_grant' | 'last_admin' | 'not_held';

export interface NewGrant {
  readonly email: string;
  readonly role: string;
  readonly unitId: number | null;
  readonly courseId: number | null;
  readonly from: Date;
  readonly to: Date | null;
  readonly pseudonymous: boolean;
}

export async function giveGrant(db: Db, grant: NewGrant): Promise<Outcome> {
  const { email, role, unitId, courseId, from, to, pseudonymous } = grant;
  const { rows } = await sql<{ outcome: Outcome }>`
    select ops.give_grant(${email}, ${role}, ${unitId}, ${courseId}, ${from}, ${to}, ${pseudonymous}) as outcome`.execute(
    db,
  );
  return rows[0]!.outcome;
}

export async function endGrant(db: Db, grantId: number): Promise<Outcome> {
  return (await sql<{ outcome: Outcome }>`select ops.end_grant(${grantId}) as outcome`.execute(db)).rows[0]!.outcome;
}

export interface Delegation {
  readonly email: string;
  readonly role: string;
  readonly courseId: number;
  readonly until: Date;
  readonly pseudonymous: boolean;
}

export async function delegate(db: Db, { email, role, courseId, until, pseudonymous }: Delegation): Promise<Outcome> {
  const { rows } = await sql<{ outcome: Outcome }>`
    select ops.delegate(${email}, ${role}, ${courseId}, ${until}, ${pseudonymous}) as outcome`.execute(db);
  return rows[0]!.outcome;
}
