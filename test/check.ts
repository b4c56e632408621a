import { parseArgs } from 'node:util';
import { before, checks } from './check/checks.ts';
import { run, runAll, type Outcome } from './check/run.ts';

/**
 * `npm run check`: every check of the code that is not a test, two at a time. One line per check, then what the failed
 * ones said. `npm run check -- eslint types` runs those; `--fix-sql` mends the case of words in .sql files instead.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'fix-sql': { type: 'boolean' } } });

const chosen = values['fix-sql']
  ? [{ name: 'sql layout', command: ['node', 'test/sql-lint/format.ts', '--fix'] as const }]
  : checks.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
if (chosen.length === 0) {
  console.error(`No check of that name. There are: ${checks.map(({ name }) => `"${name}"`).join(', ')}.`);
  process.exit(2);
}

const failed: Outcome[] = [];
const tell = (outcome: Outcome) => {
  const { check, ok, seconds } = outcome;
  console.log(`${ok ? 'ok    ' : 'failed'}  ${check.name.padEnd(14)} ${seconds.toFixed(1).padStart(6)} s`);
  if (!ok) failed.push(outcome);
};
if (!values['fix-sql']) tell(await run(before));
await runAll(chosen, 2, tell);

for (const { check, output } of failed)
  console.log(`\n--- ${check.name}: ${check.command.join(' ')}\n${output.trim()}`);
console.log(
  failed.length === 0 ? '\nAll checks passed.' : `\nFailed: ${failed.map(({ check }) => check.name).join(', ')}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
