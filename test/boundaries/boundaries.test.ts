import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

/**
 * A boundary that never fires looks exactly like a boundary that holds. So a small tree that breaks every rule
 * is written beside the real node_modules, and each rule must name its breach, and only its breach.
 */
const root = join(import.meta.dirname, '../..');
const workspaces = ['sql', 'etl', 'api', 'dashboard', 'test'];

/** What each file of the small tree says. */
const files = {
  'kith.ts': "import '@kith/api/app.ts';",
  'sql/connect.ts': 'export type Db = number;',
  'sql/migrate.ts': "import '@kith/etl/detect.ts';",
  'etl/detect.ts': "import './nowhere.ts';",
  'etl/pipeline.ts': "import 'svelte';",
  'etl/score/decay.ts': '',
  'etl/score/bands.ts': "import '@kith/api/app.ts';",
  'etl/simulate/names.ts': "import '@kith/test/browser/names.ts';",
  'etl/ties/reply.ts': "import './mention.ts';",
  'etl/ties/mention.ts': "import './reply.ts';",
  'etl/extract/formats/csv.ts': '',
  'etl/extract/index.ts': "import './xapi.ts'; import './oulad.ts';",
  'etl/extract/xapi.ts': "import type { Db } from '@kith/sql/connect.ts'; export const db: Db = 0;",
  'etl/extract/oulad.ts': "import './xapi.ts'; import './formats/csv.ts';",
  'api/app.ts': "import '@kith/etl/score/decay.ts'; import '@kith/etl/extract/index.ts';",
  'api/contract/courses.ts': "import 'zod'; import '../queries/courses.ts';",
  'api/queries/courses.ts': "import 'kysely'; import '@kith/etl/pipeline.ts';",
  'api/routes/courses.ts': "import 'kysely'; import type { Db } from '@kith/sql/connect.ts'; export const db: Db = 0;",
  'dashboard/Page.svelte': "<script>import '@kith/api/contract/courses.ts'; import '@kith/api/app.ts';</script>",
  'test/door.ts': "import '../kith.ts';",
  'test/browser/names.ts': "import '@kith/sql/connect.ts';",
};

/** The one file of the tree that breaks the rule. */
const breaches = {
  'no-circles': 'etl/ties/mention.ts',
  resolvable: 'etl/detect.ts',
  declared: 'etl/pipeline.ts',
  'sql-is-the-ground': 'sql/migrate.ts',
  'etl-knows-no-api': 'etl/score/bands.ts',
  'api-takes-of-etl-the-registries-detect-load-pipeline': 'api/app.ts',
  'the-contract-is-zod-and-nothing-but-zod': 'api/contract/courses.ts',
  'the-dashboard-sees-only-the-contract': 'dashboard/Page.svelte',
  'routes-build-no-sql': 'api/routes/courses.ts',
  'connectors-touch-no-database': 'etl/extract/xapi.ts',
  'connectors-do-not-know-each-other': 'etl/extract/oulad.ts',
  'nothing-imports-the-tests': 'etl/simulate/names.ts',
  'nothing-imports-the-front-door': 'test/door.ts',
};

let tree: string;
let found: Map<string, string[]>;

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'kith-boundaries-'));
  await mkdir(join(tree, 'node_modules/@kith'), { recursive: true });
  for (const name of ['kysely', 'pg', 'svelte', 'zod']) {
    await symlink(join(root, 'node_modules', name), join(tree, 'node_modules', name));
  }
  for (const name of workspaces) {
    await mkdir(join(tree, name));
    await cp(join(root, name, 'package.json'), join(tree, name, 'package.json'));
    await symlink(join('../..', name), join(tree, 'node_modules/@kith', name));
  }
  for (const name of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) {
    await cp(join(root, name), join(tree, name));
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(tree, path)), { recursive: true });
    await writeFile(join(tree, path), text);
  }
  found = await cruise();
});

afterAll(() => rm(tree, { recursive: true, force: true }));

test.each(Object.entries(breaches))('%s names its breach, and only that', (rule, breach) => {
  expect(found.get(rule)).toEqual([breach]);
});

test('every rule of the configuration has its breach here', async () => {
  const { default: rules } = (await import(join(root, '.dependency-cruiser.cjs'))) as {
    default: { forbidden: { name: string }[] };
  };
  expect(rules.forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(breaches).sort());
});

/** The offending files by rule. depcruise exits with the number of breaches, which are what we came for. */
async function cruise(): Promise<Map<string, string[]>> {
  const depcruise = join(root, 'node_modules/.bin/depcruise');
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...workspaces, 'kith.ts'];
  const { stdout } = await promisify(execFile)(depcruise, args, { cwd: tree, maxBuffer: 1e8 }).catch(
    (failure: unknown) => failure as { stdout: string },
  );
  const { summary } = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  const byRule = Map.groupBy(summary.violations, ({ rule }) => rule.name);
  return new Map([...byRule].map(([rule, violations]) => [rule, violations.map(({ from }) => from)]));
}
