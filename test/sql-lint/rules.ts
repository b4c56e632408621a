import type { Rule } from './rule.ts';
import type { TextRule } from './text-rule.ts';
import { addColumnAlone } from './rules/add-column-alone.ts';
import { constraintsAreNamed } from './rules/constraints-are-named.ts';
import { keysLeadWithTenant } from './rules/keys-lead-with-tenant.ts';
import { noClockInUpsert } from './rules/no-clock-in-upsert.ts';
import { noDeleteIntoInsert } from './rules/no-delete-into-insert.ts';
import { noMerge } from './rules/no-merge.ts';
import { noSetNull } from './rules/no-set-null.ts';
import { noSubqueryInValues } from './rules/no-subquery-in-values.ts';
import { noTriggers } from './rules/no-triggers.ts';
import { noUnlogged } from './rules/no-unlogged.ts';
import { ownSchemas } from './rules/own-schemas.ts';
import { plainPartitions } from './rules/plain-partitions.ts';
import { settingsAreLocal } from './rules/settings-are-local.ts';
import { tablesHavePrimaryKey } from './rules/tables-have-primary-key.ts';
import { headerIsWhole } from './text-rules/header.ts';
import { oneCommandPerCall } from './text-rules/one-command-per-call.ts';
import { onlySelect } from './text-rules/only-select.ts';

export const rules: readonly Rule[] = [
  addColumnAlone,
  constraintsAreNamed,
  keysLeadWithTenant,
  noClockInUpsert,
  noDeleteIntoInsert,
  noMerge,
  noSetNull,
  noSubqueryInValues,
  noTriggers,
  noUnlogged,
  ownSchemas,
  plainPartitions,
  settingsAreLocal,
  tablesHavePrimaryKey,
];

export const textRules: readonly TextRule[] = [headerIsWhole, oneCommandPerCall, onlySelect];
