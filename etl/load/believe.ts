import type { z } from 'zod';

import type { Reject } from '../connector.ts';
import { recordSchemas, type CanonicalRecord, type RecordInput } from '../records/record.ts';
import { plainPost } from './believe-post.ts';
import type { SourceSettings } from './source.ts';

export type Refusal = Reject['reject'];

/** What the deployment keeps of a record. */
export interface Keep {
  readonly bodies: boolean;
  readonly titles: boolean;
}

export const keepOf = (settings: SourceSettings, keepBodies = false): Keep => ({
  bodies: keepBodies,
  titles: settings.titles,
});

/** Checks a record against its schema, fills in defaults and drops what is not kept. */
export function believe(input: RecordInput, keep: Keep): { record: CanonicalRecord } | { refusal: Refusal } {
  const plain = input.type === 'post' ? plainPost(input, keep) : undefined;
  if (plain) return { record: plain };
  const checked = recordSchemas[input.type].safeParse(input);
  if (!checked.success) return { refusal: refusalOf(input, checked.error.issues[0]!) };
  return { record: lean(checked.data, keep) };
}

function lean(record: CanonicalRecord, keep: Keep): CanonicalRecord {
  if (record.type === 'post') {
    const { body, title, ...rest } = record;
    const gone = record.deleted !== undefined;
    return { ...rest, title: keep.titles && !gone ? title : undefined, body: keep.bodies && !gone ? body : undefined };
  }
  if ((record.type === 'space' || record.type === 'session') && !keep.titles) return { ...record, title: undefined };
  return record;
}

function refusalOf(input: RecordInput, issue: z.core.$ZodIssue): Refusal {
  const field = issue.path.map(String).join('.');
  const raw = JSON.stringify(input);
  const where = field === '' ? `The ${input.type} record` : `The field "${field}" of the ${input.type} record`;
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) {
    return { code: 'MISSING_VALUE', field, message: `${where} is missing.`, raw };
  }
  if (issue.code === 'invalid_format' && (issue.format === 'datetime' || issue.format === 'date')) {
    const form =
      issue.format === 'date' ? 'a day, YYYY-MM-DD' : 'an instant with its offset, such as 2026-02-03T10:15:00Z';
    return { code: 'BAD_DATE', field, message: `${where} is not ${form}.`, raw };
  }
  return { code: 'BAD_VALUE', field, message: `${where} cannot be used: ${issue.message}.`, raw };
}
