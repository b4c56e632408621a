import { rm } from 'node:fs/promises';
import path from 'node:path';

import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

import { carryOut, waitingChanges } from '../identity/match/carry-out.ts';
import { CannotMatch } from '../identity/match/change.ts';
import { accept, drop, NotStaged } from '../load/decide.ts';
import { loadMended, waitingMended } from '../load/mended/load-mended.ts';
import { loadUpload } from './load-upload.ts';

/** Hours after which files that were dropped and never loaded are removed. */
const forgottenAfter = 24;

/** Does what waits at one institution: loads what was dropped, takes or drops loads as a steward decided. */
export async function takeIn(db: Db, institutionId: number, spool: string): Promise<void> {
  await forget(db, institutionId, spool);
  for (;;) {
    await waitingMatches(db, institutionId);
    for (const runId of await waitingMended(db, institutionId)) await loadMended(db, { institutionId, runId });
    const decided = await oneDecision(db, institutionId);
    const loaded = await oneUpload(db, institutionId, spool);
    if (!decided && !loaded) return;
  }
}

/** Institutions where something waits. */
export async function whereItWaits(db: Db): Promise<number[]> {
  const { rows } = await sql<{ institutionId: number }>`
    select institution_id from ops.upload where state in ('queued', 'loading')
    union
    select institution_id from ops.run where state = 'staged' and decision is not null
    union
    select institution_id from identity.match_change where state = 'asked'
    union
    select institution_id from ops.reject where mended is not null`.execute(db);
  return rows.map(({ institutionId }) => institutionId);
}

/** Who is one person, as stewards said on the page. What cannot be done is told there. */
async function waitingMatches(db: Db, institutionId: number): Promise<void> {
  for (const changeId of await waitingChanges(db, institutionId)) {
    await carryOut(db, institutionId, changeId).catch((error: unknown) => {
      if (!(error instanceof CannotMatch)) throw error;
    });
  }
}

async function oneUpload(db: Db, institutionId: number, spool: string): Promise<boolean> {
  const { rows } = await sql<{ uploadId: string }>`
    select upload_id from ops.upload
    where institution_id = ${institutionId} and state in ('queued', 'loading')
    order by created_at limit 1`.execute(db);
  if (!rows[0]) return false;
  await loadUpload(db, { institutionId, uploadId: rows[0].uploadId, spool });
  return true;
}

async function oneDecision(db: Db, institutionId: number): Promise<boolean> {
  const run = await db
    .selectFrom('ops.run')
    .select(['runId', 'decision'])
    .where('institutionId', '=', institutionId)
    .where('state', '=', 'staged')
    .where('decision', 'is not', null)
    .orderBy('runId')
    .executeTakeFirst();
  if (!run) return false;
  const { runId, decision } = run;
  try {
    await (decision === 'accept' ? accept : drop)(db, { institutionId, runId });
  } catch (error) {
    if (!(error instanceof NotStaged)) throw error; // somebody was faster
  }
  return true;
}

async function forget(db: Db, institutionId: number, spool: string): Promise<void> {
  const { rows } = await sql<{ uploadId: string }>`
    delete from ops.upload
    where institution_id = ${institutionId} and state = 'open'
      and created_at < ${new Date(Date.now() - forgottenAfter * 3_600_000)}::timestamptz
    returning upload_id`.execute(db);
  for (const { uploadId } of rows) await rm(path.join(spool, uploadId), { recursive: true, force: true });
}
