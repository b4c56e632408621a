import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import { listen, rowsOf, startKith, type KithOptions } from './kith-command.ts';

/** A `kith` that goes on until it is stopped: `up` or `demo`. */
export interface Served {
  readonly child: ChildProcess;
  /** What it has said on stdout until it was ready. */
  readonly rows: readonly Record<string, unknown>[];
  readonly err: () => string;
  /** Ctrl-C; resolves to its exit code. */
  readonly stop: () => Promise<number | null>;
}

/** Starts it and waits for `lines` lines of its answer. Throws with what it said where it ends before. */
export async function served(words: readonly string[], lines: number, options: KithOptions): Promise<Served> {
  const child = startKith(words, options);
  const said = listen(child);
  const closed = once(child, 'close') as Promise<[number | null]>;
  while (rowsOf(said().out).length < lines) {
    if (child.exitCode !== null) throw new Error(`kith ${words.join(' ')} ended: ${said().err}`);
    await sleep(50);
  }
  return {
    child,
    rows: rowsOf(said().out),
    err: () => said().err,
    async stop() {
      child.kill('SIGINT');
      return (await closed)[0];
    },
  };
}

/** Opens a sign-in link as a browser's form does; the cookie, or undefined where the link is refused. */
export async function signIn(link: string): Promise<string | undefined> {
  const { origin, searchParams } = new URL(link);
  const answer = await fetch(`${origin}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kith': '1' },
    body: JSON.stringify({ token: searchParams.get('token') }),
  });
  return answer.ok ? answer.headers.get('set-cookie')?.split(';')[0] : undefined;
}

/** What the API answers to whoever has the cookie. */
export async function ask(link: string, path: string, cookie: string): Promise<unknown> {
  return (await fetch(`${new URL(link).origin}/api/v1${path}`, { headers: { cookie } })).json();
}
