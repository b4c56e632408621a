import type { Rule } from '../rule.ts';
import { qualified, type Statement } from '../statement.ts';
import { constraintsOf, type Table } from '../tables.ts';

/**
 * A table of one course carries course_id and may not leave it empty; its keys begin institution_id, course_id, so that
 * it distributes by either. A table where course_id may be empty is one of the institution. A key that must hold across
 * courses says so with the tag on a line of the statement.
 */
const byInstitution = /^\s*-- citus: by institution\b/m;
const unique = ['CONSTR_PRIMARY', 'CONSTR_UNIQUE', 'CONSTR_EXCLUSION'];

export const keysLeadWithTenant: Rule = {
  id: 'keys-lead-with-tenant',
  why: 'A key begins institution_id, and course_id where the row belongs to a course; Citus cannot check any other. If it must hold across courses, say "-- citus: by institution" and why.',
  refuses: [
    'create table core.post (institution_id bigint not null, post_id bigint, constraint post_pkey primary key (post_id))',
    `create table core.post (
      institution_id bigint not null, course_id bigint not null, post_id bigint,
      constraint post_pkey primary key (institution_id, post_id)
    )`,
    `create table core.post (institution_id bigint not null, key text, constraint post_key unique (key))`,
    `create table core.post (institution_id bigint not null, key text); create unique index post_key on core.post (key)`,
    `create table core.post (institution_id bigint not null, post_id bigint, constraint post_pkey primary key (institution_id, post_id));
     create table core.reaction (
       institution_id bigint not null, post_id bigint,
       constraint reaction_post_fkey foreign key (post_id) references core.post (post_id)
     )`,
    `create table core.verb (verb_id int, post_id bigint);
     create table core.post (institution_id bigint not null, post_id bigint);
     alter table core.verb add constraint verb_post_fkey foreign key (post_id) references core.post (post_id)`,
  ],
  accepts: [
    `create table core.post (
      institution_id bigint not null, course_id bigint not null, post_id bigint,
      constraint post_pkey primary key (institution_id, course_id, post_id)
    )`,
    `create table core.record (
      institution_id bigint not null, course_id bigint not null, key text,
      -- citus: by institution. A key is met again under another course when its thread moves.
      constraint record_pkey primary key (institution_id, key)
    )`,
    'create table ops.grant (institution_id bigint not null, course_id bigint, id int, constraint grant_pkey primary key (institution_id, id))',
    `create table core.verb (verb_id int, constraint verb_pkey primary key (verb_id));
     create table core.post (
       institution_id bigint not null, verb_id int,
       constraint post_verb_fkey foreign key (verb_id) references core.verb (verb_id)
     )`,
    `create table core.institution (institution_id bigint, key text, constraint institution_key unique (key))`,
  ],

  *check(statement, tables) {
    if (byInstitution.test(statement.text)) return;
    for (const key of keysOf(statement)) {
      const table = tables.get(key.table);
      if (!table || table.name === 'core.institution') continue;
      const target = key.references === undefined ? undefined : tables.get(key.references);
      if (key.references !== undefined && (!target || !isTenant(target))) continue; // to a reference table: any column
      const lead = leadOf(table, target);
      if (!isTenant(table) && !target) continue;
      if (lead.some((column, at) => key.columns[at] !== column)) {
        yield `${key.table}: ${key.name} (${key.columns.join(', ')}) must begin ${lead.join(', ')}`;
      }
    }
  },
};

interface Key {
  readonly table: string;
  readonly name: string;
  readonly columns: readonly string[];
  /** The table a foreign key points to. */
  readonly references?: string;
}

function* keysOf(statement: Statement): Generator<Key> {
  for (const { table, constraint, columns } of constraintsOf(statement)) {
    const name = constraint.conname ?? 'a constraint';
    if (unique.includes(constraint.contype ?? '')) yield { table, name, columns };
    if (constraint.contype === 'CONSTR_FOREIGN')
      yield { table, name, columns, references: qualified(constraint.pktable) };
  }
  if ('IndexStmt' in statement.node && statement.node.IndexStmt.unique) {
    const { relation, idxname, indexParams } = statement.node.IndexStmt;
    const columns = (indexParams ?? []).map((item) => ('IndexElem' in item ? (item.IndexElem.name ?? '') : ''));
    yield { table: qualified(relation), name: idxname ?? 'an index', columns };
  }
}

const isTenant = (table: Table): boolean => table.name !== 'core.institution' && table.columns.has('institution_id');
const isOfCourse = (table: Table): boolean => table.columns.get('course_id')?.nullable === false;

function leadOf(table: Table, target: Table | undefined): string[] {
  const ofCourse = isOfCourse(table) && (!target || isOfCourse(target));
  return ofCourse ? ['institution_id', 'course_id'] : ['institution_id'];
}
