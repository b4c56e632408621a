import type { Formats } from '#lib/format/formats.ts';

const scopes = {
  exports: 'fetch my research exports',
  programmes: 'read the numbers of programmes',
};

/** Tokens by which programs read. */
export const tokens = (f: Formats) => ({
  title: 'Tokens for programs',
  summary: (held: number) => (held === 0 ? 'No token holds.' : `${f.count(held, 'token holds', 'tokens hold')}.`),
  more: 'A program with a token reads what you may, within what you tick, until its last day. It changes nothing, and no learner’s page is in its reach.',
  make: 'Make a token',
  name: 'What it is for',
  may: 'It may',
  scopes,
  last: 'Last day, within a year',
  send: 'Make',
  made: 'Your token. Keep it now: nobody can show it again.',
  how: 'A program sends it with each request: Authorization: Bearer kith_…',
  caption: 'Tokens that hold',
  whose: 'Whose',
  until: 'Until the end of',
  used: 'Last used',
  never: 'never',
  me: 'mine',
  end: (title: string) => `End ${title}`,
});
