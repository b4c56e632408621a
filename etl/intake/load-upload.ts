import { rm } from 'node:fs/promises';
import path from 'node:path';

import type { Db } from '@kith/sql/connect.ts';

import { UnreadableFile } from '../connector.ts';
import { abandon } from '../load/abandon.ts';
import { LoadInterrupted } from '../load/interrupted.ts';
import { loadParcel } from './load-parcel.ts';
import { ParcelPlan, type ParcelResult } from './parcel-plan.ts';
import { UploadNote } from './upload-note.ts';

interface Upload {
  readonly institutionId: number;
  readonly uploadId: string;
  /** Kith's folder for dropped files. */
  readonly spool: string;
}

/**
 * Loads what a steward dropped, parcel by parcel; what is through stays, whatever becomes of the next. A worker that dies
 * leaves the upload as it is, and the next one goes on: a parcel loaded twice changes nothing.
 */
export async function loadUpload(db: Db, { institutionId, uploadId, spool }: Upload): Promise<void> {
  const note = new UploadNote(db, institutionId, uploadId);
  const { parcels, results } = await note.begin();
  const folder = path.join(spool, uploadId);
  const through = new Set(results.map(({ id }) => id));
  try {
    for (const plan of ParcelPlan.array().parse(parcels)) {
      if (through.has(plan.id)) continue;
      if (note.signal.aborted) break;
      await note.result(await oneParcel(db, { institutionId, folder, plan, note }));
    }
    await note.end(note.signal.aborted ? 'cancelled' : 'done');
    await rm(folder, { recursive: true, force: true });
  } finally {
    note.close();
  }
}

interface OneParcel {
  readonly institutionId: number;
  readonly folder: string;
  readonly plan: ParcelPlan;
  readonly note: UploadNote;
}

async function oneParcel(db: Db, { institutionId, folder, plan, note }: OneParcel): Promise<ParcelResult> {
  const { id } = plan;
  const begun: { runId: number | null } = { runId: null };
  try {
    const report = await loadParcel(db, {
      institutionId,
      paths: [folder],
      plan,
      signal: note.signal,
      onProgress: (progress) => {
        begun.runId = progress.runId;
        note.progress(progress);
      },
    });
    return { id, runId: report.runId, state: report.state, message: report.message ?? null, hint: null };
  } catch (error) {
    const { runId } = begun;
    if (error instanceof UnreadableFile) {
      return { id, runId, state: 'failed', message: `${error.file}: ${error.message}`, hint: error.hint };
    }
    if (error instanceof LoadInterrupted && note.signal.aborted) {
      if (runId !== null) await abandon(db, institutionId, runId, 'Stopped on the data page; nothing of it is in use.');
      return { id, runId, state: 'dropped', message: null, hint: null };
    }
    if (error instanceof LoadInterrupted) throw error; // the queue tries again, and the load goes on
    return { id, runId, state: 'failed', ...unexpected };
  }
}

/** Its own words stay out: a message of the database or of a parser quotes what it could not read. */
const unexpected = {
  message: 'This could not be loaded, and nothing of it is in use.',
  hint: 'Drop it again; if it comes back, tell whoever runs Kith.',
} as const;
