import { accept, drop } from '../load/decide.ts';
import { findLost } from '../load/lost.ts';
import { rejectSummary, runDetail, runLines } from '../organisation/runs.ts';
import { defineCommand, type CommandContext } from './command.ts';
import { computeNow } from './compute.ts';
import { tellReport } from './report.ts';
import { Failure, UsageError } from './trouble.ts';
import { required, whole } from './values.ts';

export const runs = defineCommand({
  name: 'runs',
  summary: 'What every load did; take or drop one that waits',
  usage: ['runs [--limit <n>]', 'runs <id>', 'runs accept <id> [--no-compute]', 'runs drop <id>'],
  options: {
    limit: { type: 'string', value: 'n', about: 'How many loads to list; 20 unless told' },
    'no-compute': { type: 'boolean', about: 'Leave the touched courses to a later "kith compute"' },
  },
  examples: ['runs', 'runs 12', 'runs accept 12'],

  async run(context, { values, words }) {
    const limit = whole('--limit', values.limit) ?? 20;
    const [first, second] = words;
    if (first === undefined) return list(context, limit);
    if (/^\d+$/.test(first)) return show(context, Number(first));
    if (first !== 'accept' && first !== 'drop') {
      throw new UsageError(
        `"kith runs" knows no "${first}".`,
        'kith runs, kith runs <id>, kith runs accept <id>, kith runs drop <id>',
      );
    }
    const runId = required('The id of the load', whole('The id', second));
    const { institutionId } = await context.institution();
    const db = await context.db();
    if (first === 'drop') {
      await drop(db, { institutionId, runId });
      context.out.one({ run: runId, state: 'dropped' });
      return 0;
    }
    const line = context.progress('Making it visible');
    const report = await accept(db, { institutionId, runId, onProgress: ({ items }) => line.update(items) }).finally(
      () => line.end(),
    );
    await tellReport(context, report);
    if (values['no-compute'] !== true) await computeNow(context, undefined);
    return 0;
  },
});

async function list({ db, institution, out }: CommandContext, limit: number): Promise<number> {
  await findLost(await db(), (await institution()).institutionId);
  const lines = await runLines(await db(), (await institution()).institutionId, limit);
  if (lines.length === 0) out.say('Nothing has been loaded yet. kith ingest auto <file> loads something.');
  else out.rows(lines);
  return 0;
}

async function show({ db, institution, out }: CommandContext, runId: number): Promise<number> {
  const { institutionId } = await institution();
  const run = await runDetail(await db(), institutionId, runId);
  if (!run) throw new Failure(`There is no load ${runId}.`, '"kith runs" lists the loads.');
  const rejects = await rejectSummary(await db(), institutionId, runId);
  out.one({ ...run, rejects });
  if (run.state === 'staged') out.say(`It waits: kith runs accept ${runId}, or kith runs drop ${runId}.`);
  return 0;
}
