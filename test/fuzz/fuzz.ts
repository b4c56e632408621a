import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { connectors } from '@kith/etl/extract/index.ts';

import { fixtures } from '../support/connector-fixtures.ts';
import { fuzzConnector, type Found } from './fuzz-connector.ts';
import { asMarkdown, asText } from './report.ts';

/**
 * `npm run fuzz`: harmed forms of every connector's fixtures. Each is read or refused with a reason, without a crash and
 * without hanging. `--inputs` says how many, `--seed` repeats a run, `--only` names connectors, `--keep` writes
 * docs/fuzz.md. Ends with 1 where something was found; the bytes of it are kept.
 */
const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '50000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string', multiple: true },
    keep: { type: 'boolean', default: false },
  },
});
const started = performance.now();
const seed = Number(values.seed);
const ids = connectors.map(({ id }) => id).filter((id) => values.only?.includes(id) ?? true);
const total = ids.reduce((sum, id) => sum + fixtures(id).length, 0);
const each = Math.ceil(Number(values.inputs) / total);
const found = await mkdtemp(path.join(tmpdir(), 'kith-fuzz-found-'));
process.stderr.write(
  `seed ${seed}: ${each} harmed forms of each of ${total} fixtures; what fails is kept in ${found}\n`,
);

const results: Found[] = [];
for (const connector of ids) {
  const result = await fuzzConnector({ connector, seed, each, from: 0, found });
  results.push(result);
  process.stdout.write(asText(result));
}
const minutes = Math.ceil((performance.now() - started) / 60_000);
const day = new Date().toISOString().slice(0, 10);
if (values.keep) {
  const page = path.resolve(import.meta.dirname, '../../docs/fuzz.md');
  await writeFile(page, asMarkdown(results, { seed, minutes, day, fixtures: total }));
}
process.exitCode = results.some(({ faults }) => faults.length > 0) ? 1 : 0;
