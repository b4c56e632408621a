import type { Context } from '@kith/etl/connector.ts';
import { connectorById, type ConnectorId } from '@kith/etl/extract/index.ts';
import { openInput } from '@kith/etl/formats/source.ts';
import { load } from '@kith/etl/load/load.ts';
import type { LoadRequest, RunReport } from '@kith/etl/load/request.ts';
import { ensureSource } from '@kith/etl/load/source.ts';
import type { Db } from '@kith/sql/connect.ts';

export interface FilesToLoad extends Partial<Pick<LoadRequest, 'mode' | 'dryRun'>> {
  readonly connector: ConnectorId;
  readonly paths: readonly string[];
  /** The connector's id unless told. */
  readonly source?: string;
  readonly context?: Context;
}

/** Loads files from the disk as `kith ingest` does, into a source that is made where there is none. */
export async function loadFiles(
  db: Db,
  institutionId: number,
  { connector, paths, source = connector, context = {}, mode = 'delta', dryRun }: FilesToLoad,
): Promise<RunReport> {
  await ensureSource(db, institutionId, { name: source, connector });
  return load(db, {
    institutionId,
    source,
    connector: connectorById(connector)!,
    input: await openInput(paths),
    context,
    mode,
    dryRun,
  });
}
