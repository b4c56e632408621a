import { typeOf } from '../statement.ts';
import type { TextRule } from '../text-rule.ts';

export const onlySelect: TextRule = {
  id: 'only-select',
  why: 'A tie or an indicator is a header and one SELECT; storing what it answers is someone else’s job.',
  kinds: ['select'],
  refuses: ['insert into core.a (id) select 1', 'with gone as (delete from core.a returning id) select id from gone'],
  accepts: ['select 1', 'with a as (select 1 as id) select id from a'],

  *check(_text, statements) {
    for (const statement of statements) {
      const type = typeOf(statement);
      const writes = /"(Insert|Update|Delete|Merge)Stmt"/.exec(JSON.stringify(statement.node));
      if (type !== 'SelectStmt' || writes) yield writes?.[1]?.toLowerCase() ?? type;
    }
  },
};
