import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { makeInstitution } from '../support/load-records.ts';
import { computing } from './computing.ts';
import { coursePage } from './course-page.ts';
import { loadCourses } from './courses.ts';
import type { Figure } from './figure.ts';
import { incremental } from './incremental.ts';
import { ingest } from './ingest.ts';
import { inPlace } from './place.ts';
import { receiving } from './receiver.ts';
import { asMarkdown, asText } from './report.ts';

/**
 * `npm run bench`: what Kith costs beside doing the bare minimum, as ratios. `--keep` writes docs/bench.md; `--json`
 * prints JSON instead of lines; `--rows`, `--courses` and `--runs` make it larger or smaller.
 */
const { values } = parseArgs({
  options: {
    keep: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    rows: { type: 'string', default: '1000000' },
    courses: { type: 'string', default: '12' },
    runs: { type: 'string', default: '3' },
  },
});
const [rows, courses, runs] = [Number(values.rows), Number(values.courses), Number(values.runs)];
const tell = (line: string): void => void process.stderr.write(`${line} …\n`);

const figures: Figure[] = [
  ...(await ingest(rows, runs, tell)),
  await inPlace(async (place) => {
    tell('receiving statements');
    return receiving(place, await makeInstitution(place.etl), runs);
  }),
  ...(await inPlace(async (place) => {
    const institutionId = await makeInstitution(place.etl);
    tell(`${courses} courses`);
    await loadCourses(place, institutionId, courses);
    tell('computing');
    const computed = await computing(place, institutionId, runs);
    tell('computing what changed');
    const changed = await incremental(place, institutionId, runs);
    tell('course pages');
    return [await coursePage(place, institutionId, runs), computed, changed];
  })),
];

process.stdout.write(values.json ? `${JSON.stringify(figures, null, 2)}\n` : `\n${asText(figures)}`);
if (values.keep) {
  const page = path.resolve(import.meta.dirname, '../../docs/bench.md');
  await writeFile(page, asMarkdown(figures, new Date().toISOString().slice(0, 10)));
}
