import { setTimeout as sleep } from 'node:timers/promises';

import type { Auth } from './configured.ts';
import { ComeAgain, StoreError } from './store-error.ts';

/** Longest answer to one question, in ms. */
const patience = 120_000;
/** Pauses before a question is asked again that had no answer, in ms. */
const pauses = [500, 2000, 8000];
/** Largest page, in bytes. */
const largest = 64 * 1024 * 1024;

export interface Asking {
  readonly auth: Auth;
  readonly signal?: AbortSignal | undefined;
  /** Longest pause that is waited for when the store asks for one, in ms; for a longer one {@link ComeAgain} is thrown. */
  readonly mostPause: number;
}

export interface StoreAnswer {
  readonly headers: Headers;
  readonly json: unknown;
}

/** One page of a store as JSON. Asks again where the store is busy or silent. Throws {@link StoreError}. */
export async function ask(url: URL, asking: Asking): Promise<StoreAnswer> {
  for (let tried = 0; ; tried += 1) {
    const answer = await once(url, asking).catch((error: unknown) => {
      asking.signal?.throwIfAborted();
      if (tried >= pauses.length) throw unreachable(url, error);
    });
    if (answer?.ok === true) return { headers: answer.headers, json: await jsonOf(answer, url) };
    if (answer && answer.status !== 429 && answer.status < 500) throw refused(url, answer.status);
    await answer?.body?.cancel();
    const pause = pauseOf(answer?.headers.get('retry-after') ?? null) ?? pauses[tried];
    if (pause === undefined) throw refused(url, answer!.status);
    if (pause > asking.mostPause) throw new ComeAgain(new Date(Date.now() + pause));
    await sleep(pause, undefined, { signal: asking.signal });
  }
}

function once(url: URL, { auth, signal }: Asking): Promise<Response> {
  const timeout = AbortSignal.timeout(patience);
  return fetch(url, {
    // Elsewhere the credential would be somebody else's.
    redirect: 'manual',
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    headers: { accept: 'application/json', 'x-experience-api-version': '1.0.3', ...authorization(auth) },
  });
}

function authorization(auth: Auth): Record<string, string> {
  if (auth.kind === 'none') return {};
  if (auth.kind === 'bearer') return { authorization: `Bearer ${auth.secret}` };
  return { authorization: `Basic ${Buffer.from(`${auth.user}:${auth.secret}`).toString('base64')}` };
}

async function jsonOf(answer: Response, url: URL): Promise<unknown> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += piece.byteLength;
    if (bytes > largest)
      throw new StoreError(`A page of ${url.origin} is larger than 64 MB.`, 'Ask the store for smaller pages.');
    pieces.push(piece);
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8'));
  } catch (cause) {
    throw new StoreError(
      `${url.origin} answered with something that is no JSON.`,
      'Check the address: it is that of the xAPI endpoint.',
      { cause },
    );
  }
}

/** `Retry-After` as milliseconds: seconds, or a date. */
function pauseOf(header: string | null): number | undefined {
  if (header === null) return undefined;
  const pause = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(pause) ? undefined : Math.max(pause, 0);
}

function refused(url: URL, status: number): StoreError {
  if (status === 401 || status === 403)
    return new StoreError(
      `${url.origin} refuses the credential (${status}).`,
      'kith pull set <source> --user … sets another one; it must be allowed to read statements.',
    );
  if (status >= 300 && status < 400)
    return new StoreError(
      `${url.origin} sends us to another address (${status}).`,
      'Configure that address itself: credentials do not follow.',
    );
  return new StoreError(`${url.origin} answered ${status}.`, 'Check the address, or try again later.');
}

const unreachable = (url: URL, cause: unknown): StoreError =>
  new StoreError(
    `${url.origin} cannot be reached.`,
    'Check the address and the network; what was fetched before is kept.',
    { cause },
  );
