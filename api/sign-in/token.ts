import { createHash, randomBytes } from 'node:crypto';

/** Absolute life of a session, whatever happens. Idle for an hour, it ends sooner: the database sees to that. */
export const lifetimeHours = 12;

/** 256 random bits that fit a cookie and an address. */
export const freshToken = (): string => randomBytes(32).toString('base64url');

/** What the database is told of a token: never the token itself. */
export const keyOf = (token: string): Buffer => createHash('sha256').update(token).digest();
