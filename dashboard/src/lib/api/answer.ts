import type { Trouble } from './problem.ts';

/** An answer, or why there is none: for a part of a page that may fail while the rest stands. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly trouble: Trouble };
