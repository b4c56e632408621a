import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { listen, rowsOf, startKith } from '../support/kith-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { approve, makeWorld } from './world.ts';

/** As many as one likes, to measure: `KITH_EXPORT_ROWS=10000000 npx vitest run test/exports/large.test.ts`. */
const rows = Number(process.env.KITH_EXPORT_ROWS ?? 120_000);
/** Megabytes of JavaScript; the rows alone are more than that. */
const heap = 64;
const patience = 3_600_000;

let database: FreshDatabase;
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let institutionId: number;
beforeAll(async () => {
  database = await freshDatabase();
  place = await temporaryFolder();
  institutionId = await makeWorld(database);
  await sql`
    insert into insight.tie_event (
      institution_id, course_id, kind, event_ref, source_person_id, target_person_id, layer, directed, occurred_at, weight
    )
    select one.institution_id, one.course_id, one.kind, 'planted:' || n, one.source_person_id, one.target_person_id, one.layer,
      one.directed, one.occurred_at, one.weight
    from generate_series(1, ${rows}) as n
    cross join (
      select e.* from insight.tie_event as e join core.course as c using (institution_id, course_id)
      where c.title = 'Small course' and e.layer <> 'staff' and e.kind = 'reply' order by e.event_ref limit 1
    ) as one`.execute(database.owner);
}, patience);
afterAll(async () => {
  await database.drop();
  await place.remove();
}, patience);

/** Most memory of a process so far, in megabytes; 0 where the system does not tell. */
const mostMemory = (pid: number | undefined): Promise<number> =>
  readFile(`/proc/${String(pid)}/status`, 'utf8').then(
    (status) => Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024,
    () => 0,
  );

test.each(['csv', 'xlsx', 'parquet'] as const)(
  '%s: what is in memory does not grow with the rows',
  async (format) => {
    const { exportId } = await approve(database, institutionId, { contents: ['ties'], format });
    const out = path.join(place.folder, format);
    const began = Date.now();
    const child = startKith(['export', 'make', String(exportId), '--out', out], {
      database: database.ownerUrl,
      env: { NODE_OPTIONS: `--max-old-space-size=${String(heap)}` },
    });
    const said = listen(child);
    const closed = once(child, 'close');
    child.stdin?.end();
    let most = 0;
    while (child.exitCode === null) {
      most = Math.max(most, await mostMemory(child.pid));
      await sleep(50);
    }
    await closed;
    expect(child.exitCode, said().err).toBe(0);
    const made = rowsOf(said().out).find(({ file }) => file === `ties.${format}`)!;
    expect(made.rows).toBeGreaterThan(rows);
    expect((await stat(path.join(out, `ties.${format}`))).size).toBe(made.bytes);
    expect(most).toBeLessThan(400);
    if (process.env.KITH_EXPORT_ROWS === undefined) return;
    const seconds = Math.round((Date.now() - began) / 1000);
    process.stdout.write(`${format}: ${JSON.stringify(made)}, ${most.toFixed(0)} MB, ${String(seconds)} s\n`);
  },
  patience,
);
