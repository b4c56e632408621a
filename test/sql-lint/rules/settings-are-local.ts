import type { Rule } from '../rule.ts';
import { names, nodes } from '../statement.ts';

export const settingsAreLocal: Rule = {
  id: 'settings-are-local',
  why: 'Row-level security reads Kith’s settings on every node, and only SET LOCAL inside a transaction reaches the workers: SET and set_config() give no rows there.',
  refuses: [
    "set kith.person = '1'",
    "select set_config('kith.person', $1, false)",
    "select set_config('kith.person', $1, true)",
  ],
  accepts: [
    "set local kith.person = '1'",
    "set time zone 'UTC'",
    "set citus.multi_shard_modify_mode = 'sequential'",
    "select set_config('work_mem', $1, true)",
  ],

  *check({ node }) {
    for (const { name, is_local } of nodes(node, 'VariableSetStmt')) {
      if (name?.startsWith('kith.') && !is_local) yield `set ${name}`;
    }
    for (const { funcname, args } of nodes(node, 'FuncCall')) {
      if (names(funcname).at(-1) !== 'set_config') continue;
      const [setting] = nodes(args?.[0], 'A_Const');
      // A name given as a parameter may be one of ours.
      if (setting?.sval?.sval?.startsWith('kith.') ?? true) yield 'set_config()';
    }
  },
};
