import type { Db } from '@kith/sql/connect.ts';

import type { SourceFile } from '../connector.ts';
import { xapi } from '../extract/xapi/xapi.ts';
import { spooled } from '../formats/spool.ts';
import { load } from '../load/load.ts';
import type { RunReport } from '../load/request.ts';
import type { Asking } from './ask.ts';
import type { Pull } from './configured.ts';
import { PlaceInTime } from './place-in-time.ts';
import { pagesOf, type StatementPage, type Window } from './pages.ts';
import { keepProgress } from './progress.ts';

export interface PullRequest {
  readonly institutionId: number;
  readonly pull: Pull;
  /** Instead of where the last one ended. The progress that is kept is then left alone. */
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
  readonly now?: Date | undefined;
  readonly mostPause: number;
  /** Statements of one load. */
  readonly atOnce?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onStatements?: ((fetched: number) => void) | undefined;
}

export interface Pulled {
  readonly fetched: number;
  readonly reports: readonly RunReport[];
  /** What the next pull begins after, before it reaches back again. */
  readonly doneThrough: Date | undefined;
}

/** Statements of one load unless told: each is committed before more are fetched. */
const usuallyAtOnce = 20_000;

/** How far back a pull reaches again, in minutes. */
const usualOverlap = {
  /** The store says how far it is consistent: this is for its clock alone. */
  consistent: 1,
  /** It does not say, or filters by when things happened: what came late is found for a day. */
  silent: 24 * 60,
};

/**
 * Fetches what is new and loads it. The place where the next pull begins is kept after every load that is committed, and
 * only then, where the store gives its statements in order; what is fetched twice, the ledger knows.
 *
 * @throws StoreError, and what load throws; what was loaded before is kept
 */
export async function pullStatements(db: Db, request: PullRequest): Promise<Pulled> {
  const { pull, now = new Date(), atOnce = usuallyAtOnce } = request;
  const window: Window = { since: request.since ?? sinceOf(pull), until: request.until ?? now };
  const asking: Asking = { auth: pull.auth, signal: request.signal, mostPause: request.mostPause };
  const reports: RunReport[] = [];
  let fetched = 0;
  let consistent: Date | undefined;
  let gathered: StatementPage[] = [];
  const ownWindow = (request.since ?? request.until) !== undefined;
  const place = new PlaceInTime();
  let kept = pull.doneThrough;
  const keep = async (through: Date | undefined): Promise<void> => {
    if (ownWindow || through === undefined || (kept !== null && through <= kept)) return;
    await keepProgress(db, request.institutionId, { ...pull, doneThrough: kept }, through, consistent !== undefined);
    kept = through;
  };
  const commit = async (): Promise<void> => {
    const count = gathered.reduce((sum, { statements }) => sum + statements.length, 0);
    if (count > 0) reports.push(await loadPages(db, request, gathered));
    for (const { statements } of gathered) place.see(statements);
    gathered = [];
    // Of a store whose last answer is far away, what is committed stays done though the pull be killed now.
    if (count > 0) await keep(place.at);
  };
  for await (const page of pagesOf(pull.url, window, asking)) {
    // Said by the first answer, before the rest was read: nothing stored up to then is missing from what follows.
    if (fetched === 0) consistent ??= page.through;
    fetched += page.statements.length;
    request.onStatements?.(fetched);
    gathered.push(page);
    if (gathered.reduce((sum, { statements }) => sum + statements.length, 0) >= atOnce) await commit();
  }
  await commit();
  const doneThrough = consistent && consistent < window.until ? consistent : window.until;
  if (ownWindow) return { fetched, reports, doneThrough: pull.doneThrough ?? undefined };
  if (kept === null || doneThrough > kept) await keep(doneThrough);
  return { fetched, reports, doneThrough };
}

function sinceOf({ doneThrough, overlapMinutes, consistent }: Pull): Date | undefined {
  if (doneThrough === null) return undefined;
  const overlap = overlapMinutes ?? (consistent ? usualOverlap.consistent : usualOverlap.silent);
  return new Date(doneThrough.getTime() - overlap * 60_000);
}

/** The statements lie in a file without a name while they are loaded, so nothing of them stays behind. */
async function loadPages(
  db: Db,
  { institutionId, pull, signal }: PullRequest,
  pages: readonly StatementPage[],
): Promise<RunReport> {
  const spool = await spooled(lines(pages));
  try {
    const file: SourceFile = { name: 'pulled.ndjson', bytes: spool.bytes, open: () => spool.open() };
    return await load(db, {
      institutionId,
      source: pull.source.name,
      connector: xapi,
      input: { path: pull.url, files: [file] },
      context: { timezone: pull.source.timezone, options: pull.source.settings.options },
      mode: 'event',
      signal,
    });
  } finally {
    await spool.close();
  }
}

async function* lines(pages: readonly StatementPage[]): AsyncGenerator<Uint8Array> {
  for (const { statements } of pages) {
    if (statements.length > 0) yield Buffer.from(statements.map((each) => `${JSON.stringify(each)}\n`).join(''));
  }
}
