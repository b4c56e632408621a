import type { Rule } from '../rule.ts';
import { names, nodes } from '../statement.ts';

/** What Citus calls not immutable: the clock, chance, sequences, settings. */
const unsteady = [
  'now', 'transaction_timestamp', 'statement_timestamp', 'clock_timestamp', 'timeofday',
  'random', 'gen_random_uuid', 'uuidv7', 'nextval', 'current_setting',
]; // prettier-ignore

export const noClockInUpsert: Rule = {
  id: 'no-clock-in-upsert',
  why: 'Citus refuses DO UPDATE with a function that is not immutable: pass the time in as a value, or take it from excluded.',
  refuses: [
    'insert into core.a (id, at) values (1, $1) on conflict (id) do update set at = now()',
    'insert into core.a (id, at) values (1, $1) on conflict (id) do update set at = current_timestamp',
    'insert into core.a (id, at) values (1, $1) on conflict (id) do update set at = $1 where core.a.at < clock_timestamp()',
    'with x as (insert into core.a (id) values (1) on conflict (id) do update set at = now() returning id) select id from x',
  ],
  accepts: [
    'insert into core.a (id, at) values (1, now()) on conflict (id) do update set at = excluded.at',
    'insert into core.a (id, at) values (1, now()) on conflict (id) do nothing',
    'update core.a set at = now()',
  ],

  *check({ node }) {
    for (const { onConflictClause: conflict } of nodes(node, 'InsertStmt')) {
      if (conflict?.action !== 'ONCONFLICT_UPDATE') continue;
      const update = [conflict.targetList, conflict.whereClause];
      for (const { funcname } of nodes(update, 'FuncCall')) {
        const name = names(funcname).at(-1) ?? '';
        if (unsteady.includes(name)) yield `${name}()`;
      }
      for (const { op } of nodes(update, 'SQLValueFunction'))
        yield op?.replace('SVFOP_', '').toLowerCase() ?? 'a clock';
    }
  },
};
