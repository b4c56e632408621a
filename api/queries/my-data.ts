import { sql } from 'kysely';
import type { Db, ReadDb } from '@kith/sql/connect.ts';
import type { BodyOf, ResponseOf } from '../contract/endpoint.ts';
import type * as contract from '../contract/my-data.ts';
import type { Reader } from '../reader.ts';
import { select } from './select.ts';

type MyData = ResponseOf<typeof contract.getMyData>;
type Extract = ResponseOf<typeof contract.extractMyData>;
type Standing = Omit<MyData, 'facts' | 'requests'>;
type Dated<Row, Keys extends keyof Row> = Omit<Row, Keys> & Readonly<Record<Keys, Date | null>>;

/** What Kith holds of the reader, by kind, course and source, and what they said. The database knows who asks. */
export async function myData(db: ReadDb, reader: Reader): Promise<MyData> {
  const facts = await select<Dated<MyData['facts'][number], 'loadedAt' | 'firstAt' | 'lastAt'>>(
    db,
    sql`select kind, course_id, course, source, run_id, loaded_at, facts, first_at, last_at from core.own_facts()`,
  );
  return {
    ...(await standing(db)),
    facts: facts.map((row) => ({
      ...row,
      loadedAt: iso(row.loadedAt),
      firstAt: iso(row.firstAt),
      lastAt: iso(row.lastAt),
    })),
    requests: await requests(db, reader),
  };
}

/** Every fact, row by row. */
export async function myExtract(db: ReadDb, reader: Reader): Promise<Extract> {
  const { places: _, ...person } = await standing(db);
  const facts = await select<Dated<Extract['facts'][number], 'at'>>(
    db,
    sql`
      with known as materialized (select kind, course_id, course, source_id, source from core.own_facts())
      select
        rows.kind, (select min(known.course) from known where known.course_id = rows.course_id) as course,
        (
          select min(known.source) from known
          where known.source_id = rows.source_id and (rows.run_id <> 0 or rows.kind not in ('consent', 'declaration', 'survey_response'))
        ) as source,
        nullif(rows.run_id, 0) as load, rows.at, rows.fact
      from core.own_rows() as rows
      order by rows.kind, rows.at`,
  );
  return {
    madeAt: new Date().toISOString(),
    person,
    requests: await requests(db, reader),
    facts: facts.map((row) => ({ ...row, at: iso(row.at) })),
  };
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

async function standing(db: ReadDb): Promise<Standing> {
  const [row] = await select<{ standing: Standing }>(db, sql`select core.own_standing() as standing`);
  return instants(row!.standing) as Standing;
}

/** Postgres writes instants in JSON with its own offset. */
function instants(value: unknown): unknown {
  if (typeof value === 'string')
    return /^\d{4}-\d\d-\d\dT[\d:.]+[+-]\d\d:\d\d$/.test(value) ? new Date(value).toISOString() : value;
  if (Array.isArray(value)) return value.map(instants);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, instants(each)]));
}

async function requests(db: ReadDb, { personId }: Reader): Promise<MyData['requests']> {
  const rows = await select<Dated<MyData['requests'][number], 'askedAt' | 'answeredAt'>>(
    db,
    sql`
      select request_id, kind, about, wish, place, asked_at, answered_at, granted, answer
      from ops.data_request where person_id = ${personId} order by request_id desc`,
  );
  return rows.map((row) => ({ ...row, askedAt: row.askedAt!.toISOString(), answeredAt: iso(row.answeredAt) }));
}

/** Calls a function that answers whether it was done. */
const yes = async (db: Db, call: ReturnType<typeof sql>): Promise<boolean> =>
  (await sql<{ done: boolean }>`select ${call} as done`.execute(db)).rows[0]!.done;

export const sayConsent = (db: Db, { purpose, courseId, granted }: BodyOf<typeof contract.sayConsent>) =>
  yes(db, sql`core.say_consent(${courseId ?? 0}, ${purpose}, ${granted})`);

export const withholdSource = (db: Db, sourceId: number, granted: boolean) =>
  yes(db, sql`core.withhold_source(${sourceId}, ${!granted})`);

interface Declared {
  readonly courseId: number;
  readonly personId: number;
  readonly kind: string;
  readonly from: string;
  readonly to?: string | null | undefined;
}

export const declare = (db: Db, { courseId, personId, kind, from, to }: Declared) =>
  yes(db, sql`core.declare(${courseId}, ${personId}, ${kind}, ${from}, ${to ?? null})`);

export const endDeclaration = (db: Db, courseId: number, declarationId: number) =>
  yes(db, sql`core.end_declaration(${courseId}, ${declarationId})`);

export const keepApart = (db: Db, name: string) => yes(db, sql`care.keep_apart(${name})`);

export async function keepApartNoMore(db: Db, personId: number): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    delete from care.kept_apart
    where person_id = nullif(current_setting('kith.person', true), '')::bigint and other_person_id = ${personId}`.execute(
    db,
  );
  return numAffectedRows > 0n;
}

type Offer = BodyOf<typeof contract.offerMentoring>['offer'];

/** Row-level security lets nobody write for another. */
export async function offerMentoring(db: Db, { institutionId, personId }: Reader, offer: Offer): Promise<void> {
  await sql`delete from care.mentor_offer where person_id = ${personId}`.execute(db);
  if (offer === null) return;
  await sql`
    insert into care.mentor_offer (institution_id, person_id, capacity, languages, timezone, said_at)
    values (${institutionId}, ${personId}, ${offer.capacity}, ${[...offer.languages]}, ${offer.timezone}, now())`.execute(
    db,
  );
}

export interface Wish {
  readonly kind: string;
  readonly about: string | null;
  readonly wish: string;
  readonly place: string | null;
}

export async function ask(db: Db, { institutionId, personId }: Reader, wish: Wish): Promise<void> {
  await sql`
    insert into ops.data_request (institution_id, person_id, kind, about, wish, place, asked_at)
    values (${institutionId}, ${personId}, ${wish.kind}, ${wish.about}, ${wish.wish}, ${wish.place}, now())`.execute(
    db,
  );
}
