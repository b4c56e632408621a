import type { RangeVar } from 'libpg-query';
import type { Rule } from '../rule.ts';
import { names, qualified } from '../statement.ts';

export const ownSchemas: Rule = {
  id: 'own-schemas',
  why: 'Every object stands in the schema of its purpose, named in full: rights are granted by schema, and public belongs to nobody.',
  refuses: [
    'create table a (id int)',
    'create table public.a (id int)',
    'create view a as select 1 as id',
    'create function a() returns int language sql return 1',
    "create type public.a as enum ('x')",
    'drop schema public cascade',
  ],
  accepts: [
    'create table core.a (id int)',
    'create temporary table a (id int)',
    'create temporary view a as select 1 as id',
    'create function core.a() returns int language sql return 1',
    'drop schema care cascade',
  ],

  *check({ node }) {
    const relation = relationOf(node);
    if (relation && relation.relpersistence !== 't' && isPublic(relation.schemaname)) yield qualified(relation);
    for (const name of otherNames(node)) if (isPublic(name.at(-2))) yield name.join('.');
    if ('DropStmt' in node && node.DropStmt.removeType === 'OBJECT_SCHEMA') {
      if (names(node.DropStmt.objects).includes('public')) yield 'public also holds the extension itself';
    }
  },
};

const isPublic = (schema: string | undefined): boolean => schema === undefined || schema === 'public';

function relationOf(node: object): RangeVar | undefined {
  const { CreateStmt, ViewStmt, CreateSeqStmt, CreateTableAsStmt } = node as {
    CreateStmt?: { relation?: RangeVar };
    ViewStmt?: { view?: RangeVar };
    CreateSeqStmt?: { sequence?: RangeVar };
    CreateTableAsStmt?: { into?: { rel?: RangeVar } };
  };
  return CreateStmt?.relation ?? ViewStmt?.view ?? CreateSeqStmt?.sequence ?? CreateTableAsStmt?.into?.rel;
}

function otherNames(node: object): string[][] {
  const { CreateFunctionStmt, CreateEnumStmt, CreateDomainStmt } = node as {
    CreateFunctionStmt?: { funcname?: Parameters<typeof names>[0] };
    CreateEnumStmt?: { typeName?: Parameters<typeof names>[0] };
    CreateDomainStmt?: { domainname?: Parameters<typeof names>[0] };
  };
  return [CreateFunctionStmt?.funcname, CreateEnumStmt?.typeName, CreateDomainStmt?.domainname]
    .filter((name) => name !== undefined)
    .map(names);
}
