import { sql } from 'kysely';
import type { Db } from '@kith/sql/connect.ts';

import type { ParcelResult, UploadProgress } from './parcel-plan.ts';

/** How often progress is written, and a wish to stop is heard, in ms. */
const every = 400;

/** Keeps the row of an upload current while it is loaded, and hears there whether somebody wants it to stop. */
export class UploadNote {
  readonly #db: Db;
  readonly #institutionId: number;
  readonly #uploadId: string;
  readonly #stop = new AbortController();
  readonly #ticking: NodeJS.Timeout;
  #latest: UploadProgress | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(db: Db, institutionId: number, uploadId: string) {
    this.#db = db;
    this.#institutionId = institutionId;
    this.#uploadId = uploadId;
    this.#ticking = setInterval(() => {
      this.#writing = this.#write().catch(() => undefined);
    }, every);
  }

  /** Aborted when somebody asked to stop. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  async begin(): Promise<{ parcels: unknown; results: readonly ParcelResult[] }> {
    const { rows } = await sql<{ parcels: unknown; results: ParcelResult[]; stop: boolean }>`
      update ops.upload set state = 'loading' where ${this.#here}
      returning parcels, results, cancelled_at is not null as stop`.execute(this.#db);
    const row = rows[0];
    if (!row) throw new Error(`There is no upload ${this.#uploadId}.`);
    if (row.stop) this.#stop.abort();
    return row;
  }

  progress(progress: UploadProgress): void {
    this.#latest = progress;
  }

  async result(result: ParcelResult): Promise<void> {
    await sql`
      update ops.upload set results = results || ${JSON.stringify([result])}::jsonb where ${this.#here}`.execute(
      this.#db,
    );
  }

  async end(state: 'done' | 'cancelled'): Promise<void> {
    clearInterval(this.#ticking);
    await this.#writing;
    await sql`
      update ops.upload set state = ${state}, progress = null, finished_at = ${new Date()}::timestamptz
      where ${this.#here}`.execute(this.#db);
  }

  close(): void {
    clearInterval(this.#ticking);
  }

  get #here() {
    return sql`institution_id = ${this.#institutionId} and upload_id = ${this.#uploadId}::uuid`;
  }

  async #write(): Promise<void> {
    const latest = this.#latest;
    const { rows } = await sql<{ stop: boolean }>`
      update ops.upload set progress = ${latest === undefined ? null : JSON.stringify(latest)}::jsonb
      where ${this.#here} returning cancelled_at is not null as stop`.execute(this.#db);
    if (rows[0]?.stop === true) this.#stop.abort();
  }
}
