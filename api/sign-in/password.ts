import { hash, verify } from '@node-rs/argon2';

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. About 20 ms of one core. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Held against where there is no account, so that the answer takes as long; no password has it. */
const nobodys = '$argon2id$v=19$m=19456,t=2,p=1$j0+fNFwIMjtBlEefTavOow$GdgxoJgXM1JOdJ4nXV/a4C1Ba5QJ9iKCV8aiAnv7M4U';

/** Hashes at once. More would only take memory and processors from everybody else. */
const atOnce = 2;
let working = 0;
const queue: (() => void)[] = [];

/** Too many people are signing in at this moment; nothing was looked at. */
export class Busy extends Error {}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(normal(password), parameters));

/** Whether it is the password; where there is none, false, after the same time. */
export const isPassword = (stored: string | null, typed: string): Promise<boolean> =>
  inTurn(async () => (await verify(stored ?? nobodys, normal(typed))) && stored !== null);

/** The same characters, however the keyboard makes them. */
const normal = (password: string): string => password.normalize('NFKC');

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (queue.length >= 100) throw new Busy();
  if (working >= atOnce) await new Promise<void>((start) => queue.push(start));
  working++;
  try {
    return await work();
  } finally {
    working--;
    queue.shift()?.();
  }
}
