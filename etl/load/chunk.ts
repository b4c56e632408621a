import type { Refusal } from './believe.ts';
import { copyRows, CopyText } from './copy.ts';
import type { RowRef } from '../connector.ts';
import type { Session } from './session.ts';
import { stageTable, type StageTable } from './stage-tables.ts';

/** Bytes held before a chunk is sent: a megabyte, of which two are in memory at once. */
const fullAt = 1024 * 1024;

/** The place of a row: files are numbered as in `ops.run.files`, from 0. */
export interface Place {
  readonly fileNo: number;
  readonly line: number;
}

const columns = {
  record:
    'position, type, key, course_no, parent_type, parent_key, occurred_at, observed_at, hash, deleted, payload, file_no, line',
  activity:
    'position, key, course_no, session_key, person_no, occurred_at, verb_id, object_type, object_key, session, duration_s, count, clicks, hash, file_no, line',
  voided: 'position, key, file_no, line',
  person: 'no, key, in_roster',
  course: 'no, key',
  line: 'file_no, line, rank, extra, reason',
} as const satisfies Partial<Record<StageTable, string>>;

/** What the connector gave since the last commit. It is staged as a whole or not at all. */
export class Chunk {
  readonly record = new CopyText();
  readonly activity = new CopyText();
  readonly voided = new CopyText();
  readonly person = new CopyText();
  readonly course = new CopyText();
  readonly line = new CopyText();
  readonly #rejects: RejectRow[] = [];
  #rejectLength = 0;
  readonly #run: { readonly institutionId: number; readonly runId: number };
  #firstRejectNo: number;

  constructor(run: { readonly institutionId: number; readonly runId: number }, firstRejectNo: number) {
    this.#run = run;
    this.#firstRejectNo = firstRejectNo;
  }

  get isFull(): boolean {
    return this.record.length + this.activity.length + this.line.length + this.#rejectLength > fullAt;
  }

  /** Number of the next reject of the load. */
  get nextRejectNo(): number {
    return this.#firstRejectNo + this.#rejects.length;
  }

  reject(refusal: Refusal, ref: RowRef, place: Place): void {
    // Postgres stores no zero byte, and the row that holds one is the very one a steward must see.
    const raw = refusal.raw?.replaceAll('\0', '\uFFFD');
    this.#rejects.push({ ...refusal, ...ref, raw, rejectNo: this.nextRejectNo });
    this.#rejectLength += (raw?.length ?? 0) + refusal.message.length;
    this.line.add(place.fileNo, place.line, 4, 0, null);
  }

  skip(reason: string, count: number | undefined, place: Place): void {
    this.line.add(place.fileNo, place.line, count === undefined ? 0 : null, count ?? 0, reason);
  }

  /** @param position items of the connector that are staged once this is committed */
  async flush(session: Session, position: number): Promise<void> {
    const { institutionId, runId } = this.#run;
    await session.transaction(async () => {
      // Should the server fall before this is on its disk, chunk and position are gone together and are read again.
      await session.client.query('set local synchronous_commit to off');
      for (const [name, names] of Object.entries(columns) as [keyof typeof columns, string][]) {
        await copyRows(session.client, stageTable(runId, name), names, this[name]);
      }
      await this.#keepRejects(session);
      await session.db
        .updateTable('ops.run')
        .set({ position })
        .where('institutionId', '=', institutionId)
        .where('runId', '=', runId)
        .execute();
    });
  }

  /** By INSERT: what row-level security guards, COPY does not write. */
  async #keepRejects({ client }: Session): Promise<void> {
    if (this.#rejects.length === 0) return;
    const column = <Key extends keyof RejectRow>(key: Key) => this.#rejects.map((row) => row[key] ?? null);
    await client.query(
      `insert into ops.reject (institution_id, run_id, reject_no, file, line, code, field, message, raw)
      select $1::bigint, $2::bigint, r.*
      from unnest($3::integer[], $4::text[], $5::bigint[], $6::text[], $7::text[], $8::text[], $9::text[]) as r`,
      [this.#run.institutionId, this.#run.runId, ...rejectColumns.map(column)],
    );
  }
}

interface RejectRow extends Refusal, RowRef {
  readonly rejectNo: number;
}

const rejectColumns = ['rejectNo', 'file', 'line', 'code', 'field', 'message', 'raw'] as const;
