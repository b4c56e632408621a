import { buildApp } from '@kith/api/app.ts';
import { addReceiver } from '@kith/etl/organisation/receivers.ts';
import { poolOf } from '@kith/sql/connect.ts';
import { randomUUID } from 'node:crypto';

import { figure, secondsOf, type Figure, type Pair } from './figure.ts';
import type { Place } from './place.ts';

const clients = 4;
const batchSize = 500;

/**
 * How long four clients take to send batches of 500 statements over HTTP beside four connections that INSERT the very
 * rows, batch by batch, into the very table with its indexes.
 */
export async function receiving({ app: db, etl, owner }: Place, institutionId: number, runs: number): Promise<Figure> {
  const { key, secret } = await addReceiver(etl, institutionId, {
    source: 'bench:xapi',
    title: 'bench',
    scopes: ['statements/write'],
  });
  const app = await buildApp({ db });
  try {
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    const authorization = `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`;
    const batchesEach = 6;
    const pairs: Pair[] = [];
    for (let run = -1; run < runs; run += 1) {
      const bodies = Array.from({ length: clients }, () => Array.from({ length: batchesEach }, () => batch()));
      const of = await secondsOf(() =>
        Promise.all(bodies.map((own) => send(`${address}/xapi/statements`, authorization, own))),
      );
      const than = await bareInserts(owner);
      if (run >= 0) pairs.push({ of, than }); // the first run warms up
    }
    const sent = clients * batchesEach * batchSize;
    const perSecond = pairs.map(({ of }) => sent / of).sort((a, b) => a - b)[Math.floor(pairs.length / 2)]!;
    return figure(
      {
        what: `receiving xAPI statements, ${batchSize} a batch from ${clients} clients`,
        than: 'a bare INSERT of the same rows, batch by batch on as many connections',
        beside: { statements: sent, 'statements per second on this machine': Math.round(perSecond) },
      },
      pairs,
    );
  } finally {
    await app.close();
  }
}

async function send(url: string, authorization: string, bodies: readonly string[]): Promise<void> {
  const headers = { authorization, 'content-type': 'application/json', 'x-experience-api-version': '1.0.3' };
  for (const body of bodies) {
    const answer = await fetch(url, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(await answer.text());
    await answer.arrayBuffer();
  }
}

/** Takes the rows out batch by batch, empties the table, and puts them in again. */
async function bareInserts(owner: Place['owner']): Promise<number> {
  const pool = poolOf(owner);
  const { rows } = await pool.query<{ rows: unknown[] }>(
    `select json_agg(row_to_json(s)) as rows from (select *, terms::text as term_text from identity.statement) as s group by batch_id`,
  );
  await pool.query('truncate identity.statement');
  await pool.query('checkpoint');
  const batches = rows.map((row) => row.rows as Record<string, unknown>[]);
  const column = (batch: readonly Record<string, unknown>[], name: string) =>
    batch.map((row) => (name === 'statement' ? JSON.stringify(row[name]) : row[name]));
  const prepared = batches.map((batch) =>
    [
      'institution_id',
      'source_id',
      'statement_id',
      'stored',
      'credential_id',
      'batch_id',
      'term_text',
      'digest',
      'statement',
    ].map((name) => column(batch, name)),
  );
  const insert = async (own: readonly unknown[][][]): Promise<void> => {
    const client = await pool.connect();
    try {
      for (const values of own) {
        await client.query(
          `insert into identity.statement (institution_id, source_id, statement_id, stored, credential_id, batch_id, terms, digest, statement)
          select i, s, u, t, c, b, terms::bigint[], d, body::json
          from unnest($1::bigint[], $2::bigint[], $3::uuid[], $4::timestamptz[], $5::bigint[], $6::bigint[], $7::text[], $8::uuid[], $9::text[])
            as row (i, s, u, t, c, b, terms, d, body)`,
          values,
        );
      }
    } finally {
      client.release();
    }
  };
  const seconds = await secondsOf(() =>
    Promise.all(
      Array.from({ length: clients }, (_, n) => insert(prepared.filter((_batch, index) => index % clients === n))),
    ),
  );
  await pool.query('truncate identity.statement');
  await pool.query('truncate ops.statement_batch');
  return seconds;
}

/** As Moodle's plugin writes them: some 1,500 bytes each. */
function batch(): string {
  const activity = (id: string, type: string, name: string) => ({
    id: `https://lms.example/${id}`,
    definition: { type: `https://w3id.org/xapi/${type}`, name: { en: name } },
  });
  return JSON.stringify(
    Array.from({ length: batchSize }, (_, n) => ({
      id: randomUUID(),
      actor: { name: `Learner ${n % 100}`, account: { homePage: 'https://lms.example', name: String(n % 100) } },
      verb: { id: 'http://id.tincanapi.com/verb/viewed', display: { en: 'Viewed' } },
      object: {
        objectType: 'Activity',
        ...activity(`mod/page/view.php?id=${n % 40}`, 'acrossx/activities/page', 'A page of the course'),
      },
      timestamp: new Date(Date.UTC(2026, 1, 2) + n * 1000).toISOString(),
      context: {
        platform: 'Moodle',
        language: 'en',
        registration: randomUUID(),
        contextActivities: {
          category: [activity('', 'acrossx/activities/site', 'A university')],
          parent: [
            activity('course/section.php?id=7', 'section', 'Week 3'),
            activity('course/view.php?id=2', 'cmi5/activitytype/course', 'Ecology'),
          ],
        },
        extensions: {
          'http://lrs.learninglocker.net/define/extensions/info': {
            'http://moodle.org': '4.5',
            event_name: String.raw`\mod_page\event\course_module_viewed`,
            event_function: String.raw`\src\transformer\events\mod_page\course_module_viewed`,
          },
        },
      },
    })),
  );
}
