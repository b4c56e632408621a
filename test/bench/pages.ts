import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { startServer } from '@kith/api/server.ts';
import { addUser } from '@kith/etl/identity/people.ts';
import { addGrant } from '@kith/etl/organisation/grants.ts';
import { sql } from 'kysely';
import type { Browser, BrowserContext } from 'playwright-core';

import { openBrowser } from '../support/browser.ts';
import { plantSession } from '../support/open-university.ts';
import { figure, middle, secondsOf, type Figure, type Pair } from './figure.ts';
import type { Place } from './place.ts';

const atOnce = 50;
const rounds = 6;

/**
 * What a reader waits for: the API with fifty requests at once beside one alone, and the first page in the real browser
 * beside a page of as many bytes that does nothing. Of ten instructors in turn, so that no limit of requests is met.
 */
export async function pages(place: Place, institutionId: number, runs: number): Promise<Figure[]> {
  const cookies = await instructors(place, institutionId, 10);
  const server = await startServer({ appUrl: place.urls.app, quiet: true });
  const browser = await openBrowser();
  try {
    const { rows } = await sql<{ courseId: number }>`
      select course_id from insight.computation where institution_id = ${institutionId} order by 1 limit 1`.execute(
      place.owner,
    );
    const course = rows[0]!.courseId;
    return [
      await underLoad(server.url, cookies, ['/monday', `/courses/${course}`, `/courses/${course}/learners`], runs),
      await inBrowser(browser, `${server.url}/monday`, cookies[0]!, runs),
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}

async function instructors({ etl }: Place, institutionId: number, count: number): Promise<string[]> {
  const cookies: string[] = [];
  for (let one = 0; one < count; one++) {
    const { personId } = await addUser(etl, institutionId, { name: `Reader ${one}`, email: `reader-${one}@x.edu` });
    await addGrant(etl, institutionId, personId, 'instructor');
    cookies.push(`kith_session=${await plantSession(etl, institutionId, personId)}`);
  }
  await sql`select ops.refresh_course_access(${institutionId})`.execute(etl);
  return cookies;
}

async function underLoad(
  url: string,
  cookies: readonly string[],
  paths: readonly string[],
  runs: number,
): Promise<Figure> {
  const ask = async (turn: number): Promise<void> => {
    const cookie = cookies[turn % cookies.length]!;
    const answer = await fetch(`${url}/api/v1${paths[turn % paths.length]!}`, { headers: { cookie } });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${paths[turn % paths.length]!} answered ${answer.status}.`);
  };
  const alone = async (): Promise<number> => {
    const seconds: number[] = [];
    for (let turn = 0; turn < atOnce; turn++) seconds.push(await secondsOf(() => ask(turn)));
    return middle(seconds);
  };
  const together = async (): Promise<number> => {
    const seconds: number[] = [];
    const one = async (first: number) => {
      for (let round = 0; round < rounds; round++) seconds.push(await secondsOf(() => ask(first + round)));
    };
    await Promise.all(Array.from({ length: atOnce }, (_, first) => one(first)));
    return seconds.sort((a, b) => a - b)[Math.floor(seconds.length * 0.95)]!;
  };
  await alone();
  const pairs: Pair[] = [];
  for (let run = 0; run < runs; run++) pairs.push({ of: await together(), than: await alone() });
  return figure(
    {
      what: `the slowest twentieth of the API's answers, ${atOnce} requests at once`,
      than: 'the middle one, one request at a time',
      beside: { 'requests at once': atOnce },
    },
    pairs,
  );
}

interface Opened {
  readonly seconds: number;
  readonly scriptKb: number;
  readonly shift: number;
  readonly html: string;
  readonly bytes: number;
}

async function inBrowser(browser: Browser, url: string, cookie: string, runs: number): Promise<Figure> {
  const [name = '', value = ''] = cookie.split('=');
  const open = async (address: string): Promise<Opened> => {
    const context = await browser.newContext({ viewport: { width: 1320, height: 900 }, reducedMotion: 'reduce' });
    await context.addCookies([{ name, value, url: new URL(address).origin }]);
    try {
      return await openOnce(context, address);
    } finally {
      await context.close();
    }
  };
  const first = await open(url);
  const still = await stillPage(first);
  try {
    await open(still.url);
    const pairs: Pair[] = [];
    const shifts: number[] = [first.shift];
    for (let run = 0; run < runs; run++) {
      const [page, plain] = [await open(url), await open(still.url)];
      shifts.push(page.shift);
      pairs.push({ of: page.seconds, than: plain.seconds });
    }
    return figure(
      {
        what: 'the first page after the sign-in, in the browser, until it is idle and can be used',
        than: 'a page of as many bytes without script',
        beside: {
          'kB of script, compressed': Math.round(first.scriptKb),
          'thousandths of layout shift at most': Math.round(1000 * Math.max(...shifts)),
        },
      },
      pairs,
    );
  } finally {
    await still.close();
  }
}

/** Nothing is kept from one opening to the next: every one fetches everything. */
async function openOnce(context: BrowserContext, address: string): Promise<Opened> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const kinds = new Map<string, string>();
  let [script, bytes] = [0, 0];
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength;
    if (kinds.get(requestId) === 'Script') script += encodedDataLength;
  });
  const answer = await page.goto(address, { waitUntil: 'load' });
  if (answer?.ok() !== true) throw new Error(`${address} answered ${answer?.status() ?? 'nothing'}.`);
  const milliseconds = await page.evaluate<number>(
    'new Promise((idle) => requestIdleCallback(() => idle(performance.now())))',
  );
  const html = await answer.text();
  await page.waitForLoadState('networkidle');
  const shift = await page.evaluate<number>(`new Promise((told) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) sum += value;
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => told(sum), 100);
  })`);
  return { seconds: milliseconds / 1000, scriptKb: script / 1024, shift, html, bytes };
}

/** The same markup without its scripts, and as many bytes as the page and all it fetched. */
async function stillPage({ html, bytes }: Opened): Promise<{ url: string; close: () => Promise<void> }> {
  const plain = html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<link[^>]*(?:modulepreload|preload)[^>]*>/g, '');
  const filled = `${plain}<!--${'x'.repeat(Math.max(0, bytes - plain.length))}-->`;
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(request.url === '/' ? filled : '');
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
