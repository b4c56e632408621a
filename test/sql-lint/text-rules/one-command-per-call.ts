import type { TextRule } from '../text-rule.ts';

export const oneCommandPerCall: TextRule = {
  id: 'one-command-per-call',
  why: 'Postgres takes one command in a prepared statement, and Citus in any: two commands are two calls.',
  kinds: ['code', 'select'],
  refuses: ['select 1; select 2', "set time zone 'UTC'; select 1"],
  accepts: ['select 1', "select ';'", 'select 1;'],

  *check(_text, statements) {
    if (statements.length > 1) yield `${statements.length} commands`;
  },
};
