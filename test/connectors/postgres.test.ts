import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportedPosts } from '@kith/api/queries/monday/reported-posts.ts';
import type { Connector } from '@kith/etl/connector.ts';
import { connectors } from '@kith/etl/extract/index.ts';
import { openInput } from '@kith/etl/formats/source.ts';
import { load } from '@kith/etl/load/load.ts';
import type { RunReport } from '@kith/etl/load/request.ts';
import { ensureSource } from '@kith/etl/load/source.ts';
import { contextOf, type Fixture, fixtures } from '../support/connector-fixtures.ts';
import { readonly } from '@kith/sql/connect.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { makeInstitution } from '../support/load-records.ts';

const registry: readonly Connector[] = connectors;

/** Fixtures hold broken rows on purpose: here they do not stop a load. */
const anything = { rejectedRows: 1e6, rejectedShare: 1, volumeTimes: 1e6 };

let database: FreshDatabase;
let institutionId: number;
beforeAll(async () => {
  database = await freshDatabase();
  institutionId = await makeInstitution(database.db);
});
afterAll(() => database.drop());

async function loaded(connector: Connector, fixture: Fixture): Promise<RunReport> {
  const source = `${connector.id}:${fixture.variant}`;
  await ensureSource(database.db, institutionId, { name: source, connector: connector.id });
  return load(database.db, {
    institutionId,
    source,
    connector,
    input: await openInput([fixture.input]),
    context: { course: 'c', ...(await contextOf(fixture)) },
    mode: 'delta',
    thresholds: anything,
  });
}

interface Item {
  readonly record?: { readonly type: string; readonly kind?: string };
}

/** The fixture with most kinds of records, and those with a reported post. */
function mainFixtures({ id, about }: Connector): Fixture[] {
  const own = fixtures(id)
    .filter(({ variant }) => about.variants.includes(variant))
    .map((fixture) => {
      const items = JSON.parse(readFileSync(path.join(fixture.folder, 'expected.json'), 'utf8')) as Item[];
      const records = items.flatMap(({ record }) => record ?? []);
      const kinds = new Set(records.map(({ type }) => type)).size;
      return { fixture, kinds, isFlagged: records.some(({ type, kind }) => type === 'reaction' && kind === 'flag') };
    })
    .sort((one, other) => other.kinds - one.kinds);
  return own.filter(({ isFlagged }, at) => at === 0 || isFlagged).map(({ fixture }) => fixture);
}

/** Rows of all facts of a source that hold now. */
async function rowsOf(source: string): Promise<number> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'core'::regnamespace and relkind in ('r', 'p') and not relispartition
      and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'source_id')
    order by relname`.execute(database.owner);
  const counts = tables.map(
    ({
      name,
    }) => sql`select count(*)::int as n from core.${sql.ref(name)} join ops.source using (institution_id, source_id)
      where ops.source.name = ${source}`,
  );
  const { rows } = await sql<{
    n: number;
  }>`select sum(n)::int as n from (${sql.join(counts, sql` union all `)}) as all_counts`.execute(database.owner);
  return rows[0]?.n ?? 0;
}

describe.each(registry)('$id in Postgres', (connector) => {
  test.each(mainFixtures(connector))(
    '$variant is visible, and loaded again all of it is unchanged',
    { timeout: 240_000 },
    async (fixture) => {
      expect(await loaded(connector, fixture)).toMatchObject({ state: 'visible', message: undefined });
      const rows = await rowsOf(`${connector.id}:${fixture.variant}`);
      expect(rows).toBeGreaterThan(0);
      const again = await loaded(connector, fixture);
      expect(again).toMatchObject({ state: 'visible', new: 0, changed: 0, deleted: 0 });
      expect(again.unchanged + again.skipped + again.rejected).toBe(again.read);
      expect(await rowsOf(`${connector.id}:${fixture.variant}`)).toBe(rows);
    },
  );
});

/** Connectors whose sources know reports of posts to the moderators. */
const reporting = ['coursera', 'discourse', 'ed', 'openedx', 'xapi'];

describe('reports of posts', () => {
  test.each(reporting)('of %s are kept as flags', async (id) => {
    const { rows } = await sql<{ flags: number }>`
      select count(*)::int as flags from core.reaction join ops.source using (institution_id, source_id)
      where source.connector = ${id} and reaction.kind = 'flag' and superseded_at is null`.execute(database.owner);
    expect(rows[0]?.flags).toBeGreaterThan(0);
  });

  test('reach the instructor’s list, without who reported', async () => {
    const { rows } = await sql<{ id: number }>`select course_id as id from core.course`.execute(database.owner);
    const listed = await reportedPosts(
      readonly(database.owner),
      rows.map(({ id }) => id),
    );
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.every(({ reports }) => reports > 0)).toBe(true);
    expect(Object.keys(listed[0]!)).not.toContain('person');
  });
});
