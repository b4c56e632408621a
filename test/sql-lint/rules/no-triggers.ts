import type { Rule } from '../rule.ts';

export const noTriggers: Rule = {
  id: 'no-triggers',
  why: 'Citus runs no triggers on distributed tables: write the second statement where the first one is.',
  refuses: [
    'create trigger touch after insert on core.a for each row execute function core.touch()',
    'create event trigger touch on ddl_command_end execute function core.touch()',
  ],
  accepts: ['create function core.touch() returns int language sql return 1'],

  *check({ node }) {
    if ('CreateTrigStmt' in node) yield node.CreateTrigStmt.trigname ?? 'a trigger';
    if ('CreateEventTrigStmt' in node) yield node.CreateEventTrigStmt.trigname ?? 'an event trigger';
  },
};
