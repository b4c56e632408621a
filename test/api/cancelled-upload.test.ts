import { readdir } from 'node:fs/promises';

import { startServer, type Server } from '@kith/api/server.ts';
import { addUser } from '@kith/etl/identity/people.ts';
import { startWorker, type Worker } from '@kith/etl/jobs/worker.ts';
import { addGrant } from '@kith/etl/organisation/grants.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { manyPosts } from '../inbox/watched.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { makeInstitution } from '../support/load-records.ts';
import { plantSession } from '../support/open-university.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Somebody follows a load by its stream, through the real server and worker, and stops it half way. */
let database: FreshDatabase;
let server: Server;
let worker: Worker;
let headers: Record<string, string>;
let spool: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  database = await freshDatabase();
  const institutionId = await makeInstitution(database.db);
  const { personId } = await addUser(database.db, institutionId, { name: 'Ada Steward', email: 'ada@example.edu' });
  await addGrant(database.db, institutionId, personId, 'steward');
  headers = { cookie: `kith_session=${await plantSession(database.db, institutionId, personId)}`, 'x-kith': '1' };
  spool = await temporaryFolder();
  server = await startServer({ appUrl: database.urls.app, quiet: true, spool: spool.folder });
  worker = await startWorker({
    jobsUrl: database.urls.jobs,
    db: database.db,
    spool: spool.folder,
    tell: () => undefined,
  });
});
afterAll(async () => {
  await worker.stop();
  await server.close();
  await database.drop();
  await spool.remove();
});

async function post<T>(address: string, body: object | Uint8Array = {}): Promise<T> {
  const raw = body instanceof Uint8Array;
  const answer = await fetch(`${server.url}/api/v1${address}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': raw ? 'application/octet-stream' : 'application/json' },
    body: raw ? Buffer.from(body) : JSON.stringify(body),
  });
  expect(answer.status, address).toBe(200);
  return (await answer.json()) as T;
}

interface Told {
  readonly state: string;
  readonly progress: { readonly items: number; readonly step: string } | null;
}

/** What the stream of an upload tells, one event after the other. */
async function* told(uploadId: string): AsyncGenerator<Told> {
  const answer = await fetch(`${server.url}/api/v1/uploads/${uploadId}/progress`, { headers });
  let rest = '';
  for await (const piece of answer.body!.pipeThrough(new TextDecoderStream())) {
    const events = (rest + piece).split('\n\n');
    rest = events.pop()!;
    for (const event of events) if (event.startsWith('data: ')) yield JSON.parse(event.slice(6)) as Told;
  }
}

test(
  'the stream says how far it is; stopped, nothing of it is in use and nothing lies around',
  { timeout: 180_000 },
  async () => {
    const { uploadId } = await post<{ uploadId: string }>('/uploads');
    await post(`/uploads/${uploadId}/files?path=posts.csv`, Buffer.from(await manyPosts(120_000)));
    const { parcels } = await post<{ parcels: { id: string; connector: string; archive: string }[] }>(
      `/uploads/${uploadId}/look`,
    );
    const { id, connector, archive } = parcels[0]!;
    const parcel = { id, connector, archive, files: ['posts.csv'], newCourse: 'Forum course' };
    await post(`/uploads/${uploadId}/load`, { parcels: [parcel] });

    const seen: Told[] = [];
    let asked = false;
    for await (const event of told(uploadId)) {
      seen.push(event);
      if (asked || event.state !== 'loading' || (event.progress?.items ?? 0) === 0) continue;
      asked = true;
      expect(await post(`/uploads/${uploadId}/cancel`)).toEqual({ stopping: true });
    }
    expect(asked, 'it was stopped half way').toBe(true);
    expect(seen.at(-1)).toMatchObject({ state: 'cancelled', progress: null });
    const { rows } = await sql<{ posts: number; states: string[] }>`
    select (select count(*)::int from core.post) as posts,
      array(select state from ops.run) as states`.execute(database.owner);
    expect(rows[0]).toEqual({ posts: 0, states: ['dropped'] });
    expect(await readdir(spool.folder)).toEqual([]);
    expect(await post(`/uploads/${uploadId}/cancel`), 'there is nothing to stop any more').toEqual({ stopping: false });
  },
);
