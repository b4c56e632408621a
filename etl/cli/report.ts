import type { RunReport } from '../load/request.ts';
import type { CommandContext } from './command.ts';
import { rejectSummary } from '../organisation/runs.ts';

/** Says what came of a load: numbers first, then why rows were refused, then, where it waits, the two next steps. */
export async function tellReport({ db, institution, out }: CommandContext, report: RunReport): Promise<void> {
  const { runId, seconds, skippedReasons, message, resumed, ...counts } = report;
  const { institutionId } = await institution();
  const rejects = counts.rejected === 0 ? [] : await rejectSummary(await db(), institutionId, runId);
  const run = { run: runId, ...counts, seconds: Math.round(seconds * 100) / 100, resumed, message: message ?? null };
  out.one({ ...run, skippedReasons, rejects }, names);
  if (rejects.length > 0)
    out.note(rejects, { code: 'refused', count: 'rows', file: 'first in', line: 'line', message: 'why' });
  if (Object.keys(skippedReasons).length > 0) {
    const reasons = Object.entries(skippedReasons).map(([reason, rows]) => ({ reason, rows }));
    out.note(reasons, { reason: 'skipped', rows: 'rows' });
  }
  if (message !== undefined) out.warn(message); // it names the next steps
  if (report.state === 'staged') out.warn(`Load ${runId} stays staged, and the old numbers stay.`);
}

const names = {
  run: 'run',
  state: 'state',
  read: 'rows read',
  new: 'new',
  changed: 'changed',
  unchanged: 'unchanged',
  skipped: 'skipped',
  rejected: 'rejected',
  deleted: 'records gone',
  seconds: 'seconds',
};
