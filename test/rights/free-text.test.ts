import { freeTexts } from '@kith/etl/rights/free-text.ts';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { freshDatabase, type FreshDatabase } from '../support/database.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** Columns that are called like free text, and what becomes of a name in them otherwise. */
const elsewhere: Readonly<Record<string, string>> = {
  'care.case_file.reasons': 'sentences about the learner of the case, whose row goes',
  'core.course.title': 'of courses',
  'core.course.url': 'of courses',
  'core.institution.title': 'of the institution',
  'core.term.title': 'of terms',
  'core.unit.title': 'of faculties and programmes',
  'identity.account.display_name': 'goes with the account',
  'identity.person.display_name': 'goes with the person',
  'identity.refused_statement.reason': 'goes where it names them (traces)',
  'insight.alert.reasons': 'goes with the learner',
  'insight.definition.body': 'numbers of the institution',
  'insight.definition_use.note': 'why a weight was changed; never edited',
  'insight.learner_week.reasons': 'goes with the learner',
  'ops.access_log.reason': 'one of a closed list',
  'ops.api_token.title': 'goes with the person',
  'ops.identity_provider.title': 'of providers',
  'ops.pull.url': 'of a store',
  'ops.reject.file': 'emptied where it names them (traces)',
  'ops.reject.message': 'emptied where it names them (traces)',
  'ops.reject_head.file': 'goes where it names them (traces)',
  'ops.xapi_credential.title': 'of a system that sends',
};

test('every column in which people write, or sources bring, what they like is searched for whoever is erased', async () => {
  const { rows } = await sql<{ place: string }>`
    select format('%s.%s.%s', c.table_schema, c.table_name, c.column_name) as place
    from information_schema.columns as c
      join information_schema.tables as t using (table_schema, table_name)
    where c.table_schema in ('core', 'identity', 'insight', 'care', 'ops') and t.table_type = 'BASE TABLE'
      and c.table_name !~ '^activity_' and c.data_type in ('text', 'jsonb', 'ARRAY')
      and c.column_name ~ '^(remark|reasons?|close_reason|why|message|message_back|note|body|subject|title|concern|wish|answer|about|trouble|error|files?|parcels|progress|results|url|display_name)$'
      and format('%s.%s', c.table_name, c.column_name) <> 'sign_in_waiting.subject' -- what a provider calls them; the row goes
    order by 1`.execute(database.owner);
  const searched = freeTexts.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`));
  const places = rows.map(({ place }) => place);
  expect(places.length).toBeGreaterThan(40);
  expect(places.filter((place) => !searched.includes(place) && !(place in elsewhere))).toEqual([]);
  expect(Object.keys(elsewhere).filter((place) => !places.includes(place))).toEqual([]);
});
