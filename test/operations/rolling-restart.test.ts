import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { served, type Served } from '../support/served.ts';

/** Two processes behind a balancer that asks each whether it is ready, ten times a second. */
let database: FreshDatabase;
const processes: Served[] = [];
const ready = new Set<string>();
const all = new Set<string>();
/** What a process answered to the question whether it is ready, in its order, without repetitions. */
const said = new Map<string, string[]>();
let watching = true;

const urlOf = ({ rows }: Served): string => String(rows[0]!.url);
const begin = async (port: string): Promise<Served> => {
  const one = await served(['up', '--port', port, '--drain', '5'], 1, { database: database.ownerUrl });
  all.add(urlOf(one));
  return one;
};

async function watch(): Promise<void> {
  while (watching) {
    for (const url of all) {
      const answer = await fetch(`${url}/readyz`).catch(() => undefined);
      const word = answer === undefined ? 'gone' : ((await answer.json()) as { status: string }).status;
      const words = said.get(url) ?? said.set(url, []).get(url)!;
      if (words.at(-1) !== word) words.push(word);
      if (answer?.ok) ready.add(url);
      else ready.delete(url);
    }
    await sleep(100);
  }
}

beforeAll(async () => {
  database = await freshDatabase();
  processes.push(await begin('0'), await begin('0'));
}, 180_000);
afterAll(async () => {
  watching = false;
  for (const { child } of processes) child.kill('SIGKILL');
  await database.drop();
});

test('a rolling restart under 50 requests at once loses none', async () => {
  const watcher = watch();
  while (ready.size < 2) await sleep(50);
  const answers = new Map<string, number>();
  let going = true;
  const ask = async (turn: number): Promise<void> => {
    for (let place = turn; going; place += 1) {
      await sleep(30);
      const path = place % 2 === 0 ? '/sign-in' : '/api/v1/definitions';
      let word = 'later';
      // Told to come back by a machine that has too much to do: asked again, until it is answered.
      for (let turns = place; word === 'later'; turns += 1) {
        const upstream = [...ready][turns % ready.size];
        if (upstream === undefined) {
          await sleep(30); // a balancer holds the request back until somebody is ready
          continue;
        }
        word = await fetch(upstream + path).then(
          async (answer) => (await answer.text(), answer.headers.has('retry-after') ? 'later' : String(answer.status)),
          (error: unknown) => `lost: ${String(error instanceof Error ? error.cause : error)}`,
        );
        if (word === 'later') await sleep(100);
      }
      answers.set(word, (answers.get(word) ?? 0) + 1);
    }
  };
  const asking = Array.from({ length: 50 }, (_, turn) => ask(turn));
  for (const place of [0, 1]) {
    const old = processes[place]!;
    const port = new URL(urlOf(old)).port;
    expect(await old.stop()).toBe(0);
    processes[place] = await begin(port);
    while (ready.size < 2) await sleep(50);
  }
  going = false;
  await Promise.all(asking);
  watching = false;
  await watcher;
  expect([...answers.keys()]).toEqual(['200']);
  expect(answers.get('200')).toBeGreaterThan(200);
  // Each said that it would end before it did, and was ready again afterwards.
  for (const words of said.values()) expect(words.join(' ')).toMatch(/^(?:gone )?ready ending gone (?:.* )?ready$/);
}, 180_000);
