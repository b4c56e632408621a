import { sql } from 'kysely';
import { retentionClasses } from '@kith/etl/rights/retention-classes.ts';
import type { Db, ReadDb } from '@kith/sql/connect.ts';
import type { ResponseOf } from '../contract/endpoint.ts';
import type * as contract from '../contract/rights.ts';
import { select } from './select.ts';

type Request = ResponseOf<typeof contract.listDataRequests>[number];
type Task = ResponseOf<typeof contract.getRights>['tasks'][number];
type Line = ResponseOf<typeof contract.getRights>['retention'][number];

/** What people ask about their data. The database refuses others than stewards. */
export async function dataRequests(db: ReadDb): Promise<Request[]> {
  const rows = await select<Omit<Request, 'askedAt' | 'answeredAt'> & { askedAt: Date; answeredAt: Date | null }>(
    db,
    sql`select * from ops.list_data_requests()`,
  );
  return rows.map((row) => ({
    ...row,
    askedAt: row.askedAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
  }));
}

export async function answerRequest(
  db: Db,
  requestId: number,
  { granted, answer }: { granted: boolean; answer: string },
): Promise<'done' | 'no_request' | 'no_handle'> {
  const { rows } = await sql<{ outcome: 'done' | 'no_request' | 'no_handle' }>`
    select ops.answer_data_request(${requestId}, ${granted}, ${answer}) as outcome`.execute(db);
  return rows[0]!.outcome;
}

export async function rightsTasks(db: ReadDb): Promise<Task[]> {
  const rows = await select<Omit<Task, 'askedAt' | 'finishedAt'> & { askedAt: Date; finishedAt: Date | null }>(
    db,
    sql`select * from ops.list_rights_tasks()`,
  );
  return rows.map(({ askedAt, finishedAt, ...row }) => ({
    ...row,
    askedAt: askedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  }));
}

/** Null: nobody, or more than one, has the address. */
export async function askRightsTask(db: Db, kind: Task['kind'], address: string | null): Promise<number | null> {
  const { rows } = await sql<{ task: number | null }>`
    select ops.ask_rights_task(${kind}, ${address}) as task`.execute(db);
  return rows[0]!.task;
}

export async function decideTask(db: Db, taskId: number, decision: 'do' | 'drop'): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select ops.decide_rights_task(${taskId}, ${decision}) as done`.execute(db);
  return rows[0]!.done;
}

/** How long each class is kept: what the institution said, else what is usual. */
export async function retention(db: ReadDb): Promise<Line[]> {
  const rows = await select<{ class: string; days: number }>(db, sql`select class, days from ops.retention`);
  const chosen = new Map(rows.map((row) => [row.class, row.days]));
  return retentionClasses.map(({ name, title, since, usual }) => ({
    class: name,
    title,
    since,
    days: chosen.get(name) ?? usual,
    chosen: chosen.has(name),
  }));
}

/** False: there is no such class. */
export async function keepFor(db: Db, institutionId: number, name: string, days: number | null): Promise<boolean> {
  if (!retentionClasses.some((each) => each.name === name)) return false;
  await sql`delete from ops.retention where class = ${name}`.execute(db);
  if (days !== null) {
    await sql`
      insert into ops.retention (institution_id, class, days, changed_at)
      values (${institutionId}, ${name}, ${days}, now())`.execute(db);
  }
  return true;
}
