/** One check: a program of node_modules/.bin (or `node`), what it holds, and which exit code means all is well (0). */
export interface Check {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
  /** Folder, from the root of the project. */
  readonly in?: string;
}

/** SvelteKit writes the types of routes, which the others read. */
export const before: Check = { name: 'routes', in: 'dashboard', command: ['svelte-kit', 'sync'] };

/** The longest first, so that two at a time end together. */
export const checks: readonly Check[] = [
  {
    name: 'svelte-check',
    in: 'dashboard',
    command: ['svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  },
  { name: 'eslint', command: ['eslint', '.', '--max-warnings', '0'] },
  { name: 'types', command: ['tsc', '--noEmit', '--pretty', 'false'] },
  { name: 'prettier', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  {
    name: 'boundaries',
    command: ['depcruise', '--config', '.dependency-cruiser.cjs', 'sql', 'etl', 'api', 'dashboard', 'test', 'kith.ts'],
  },
  { name: 'unused code', command: ['knip', '--no-progress'] },
  { name: 'sql rules', command: ['node', 'test/sql-lint/run.ts'] },
  { name: 'migrations', command: ['squawk', 'sql/migrations/*.sql'] },
  { name: 'sql layout', command: ['node', 'test/sql-lint/format.ts'] },
];
