import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { faultCuts } from '@kith/etl/backtest/course-faults.ts';
import { flagRates } from '@kith/etl/backtest/flag-rates.ts';
import { plantedFigures } from '@kith/etl/backtest/planted-figures.ts';

import { withoutReferenceData } from '../support/reference-data.ts';
import { kept, keptFile, pageFile, type Kept, type Part } from './kept.ts';
import { page } from './page.ts';
import { dlt1, oulad } from './real-data.ts';
import { shown } from './shown.ts';

/**
 * `npm run validate`: planted truth, faults and bias through the shipped pipeline, and the back-test on public data.
 * Parts can be named; `--keep` writes docs/validation.json and docs/validation.md, leaving the parts that were not run.
 * The planted parts take minutes each.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    keep: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    courses: { type: 'string' },
  },
});
const seed = Number(values.seed);
const courses = values.courses === undefined ? undefined : Number(values.courses);
const on = new Date().toISOString().slice(0, 10);
const tell = (line: string): void => void process.stderr.write(`${line}\n`);
const part = <Figures>(figures: Figures): Part<Figures> => ({ on, seed, figures });

const before: Kept = existsSync(keptFile) ? kept() : {};
const runs: { readonly [Name in keyof Kept]-?: () => Promise<Kept> } = {
  'planted-truth': async () => ({
    'planted-truth': beside(
      before['planted-truth'],
      part(plantedFigures((await shown('planted-truth', seed, courses)).weeks)),
    ),
  }),
  'held-out': async () => ({ 'held-out': part(plantedFigures((await shown('held-out', seed, courses)).weeks)) }),
  'course-faults': async () => ({
    'course-faults': beside(
      before['course-faults'],
      part(faultCuts((await shown('course-faults', seed, courses)).courseWeeks)),
    ),
  }),
  'night-sessions': async () => {
    const { weeks } = await shown('night-sessions', seed, courses);
    return { 'night-sessions': part({ at30: flagRates(weeks, 30), at45: flagRates(weeks, 45) }) };
  },
  dlt1: async () => real('dlt1', await dlt1()),
  oulad: async () => real('oulad', await oulad()),
};

/** The runs of other seeds stay; one of the same seed is replaced. */
function beside<Figures>(runsBefore: readonly Part<Figures>[] = [], own: Part<Figures>): readonly Part<Figures>[] {
  const others = runsBefore.filter((one) => one.seed !== own.seed);
  return [...others, own].sort((one, other) => (one.seed ?? 0) - (other.seed ?? 0));
}

function real(name: 'dlt1' | 'oulad', figures: Awaited<ReturnType<typeof dlt1>>): Kept {
  if (figures) return { [name]: { on, figures } };
  tell(withoutReferenceData);
  return {};
}

const names = Object.keys(runs) as (keyof Kept)[];
const unknown = positionals.filter((name) => !names.includes(name as keyof Kept));
if (unknown.length > 0) {
  tell(`There is no part ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  process.exit(2);
}
const asked = positionals.length > 0 ? (positionals as (keyof Kept)[]) : names;
for (const name of asked) {
  tell(`${name} …`);
  const result = await runs[name]();
  process.stdout.write(`${JSON.stringify(result, null, 1)}\n`);
  if (!values.keep) continue;
  // Read again: another part may have been kept while this one took its minutes.
  const now: Kept = { ...(existsSync(keptFile) ? kept() : {}), ...result };
  await writeFile(keptFile, `${JSON.stringify(now, null, 1)}\n`);
  await writeFile(pageFile, page(now));
}
