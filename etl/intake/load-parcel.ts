import type { Db } from '@kith/sql/connect.ts';

import { usualMode } from '../cli/choose-connector.ts';
import { measured } from '../cli/measured-input.ts';
import { UnreadableFile, type SourceInput } from '../connector.ts';
import { connectorById } from '../extract/index.ts';
import { openHeap } from '../formats/source.ts';
import { load } from '../load/load.ts';
import type { RunReport } from '../load/request.ts';
import { ensureSource } from '../load/source.ts';
import { courseWord } from './course-word.ts';
import type { ParcelPlan, UploadProgress } from './parcel-plan.ts';

interface Loading {
  readonly institutionId: number;
  /** Folders or files that the parcel's files lie in. */
  readonly paths: readonly string[];
  readonly plan: ParcelPlan;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: UploadProgress) => void;
}

/** Loads one parcel of a heap, as `kith ingest` would load its files. Throws what a load throws. */
export async function loadParcel(
  db: Db,
  { institutionId, paths, plan, signal, onProgress }: Loading,
): Promise<RunReport> {
  const connector = connectorById(plan.connector);
  if (!connector) throw new Error(`There is no connector "${plan.connector}".`);
  const { source, timezone, dateOrder, start } = plan;
  const input = filesOf(plan, (await openHeap(paths)).inputs);
  await ensureSource(db, institutionId, { name: source, connector: connector.id, timezone });
  const course = await courseWord(db, institutionId, plan);
  let progress: UploadProgress = { parcel: plan.id, step: 'waiting', items: 0, share: null, runId: null };
  const tell = (change: Partial<UploadProgress>) => onProgress((progress = { ...progress, ...change }));
  const line = {
    update: (done: number, total?: number) => tell({ share: total === undefined ? null : done / Math.max(1, total) }),
    end: () => undefined,
  };
  return load(db, {
    institutionId,
    source,
    connector,
    input: measured(input, line),
    context: { course, timezone, dateOrder, ...(start === undefined ? {} : { options: { start } }) },
    mode: plan.mode ?? usualMode(connector.id),
    signal,
    onRun: (runId) => tell({ runId }),
    onProgress: ({ step, items }) => tell({ step, items }),
  });
}

function filesOf({ archive, files: wanted }: ParcelPlan, inputs: readonly SourceInput[]): SourceInput {
  const input = inputs.find(({ path }) => path === archive);
  const files = input?.files.filter(({ name }) => wanted.includes(name)) ?? [];
  if (files.length < wanted.length) {
    const [missing = archive] = wanted.filter((name) => !files.some((file) => file.name === name));
    throw new UnreadableFile('NO_SUCH_FILE', missing, 'The file is not there any more.', 'Drop the files again.');
  }
  return { path: archive, files };
}
