import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { makeInstitution } from '../support/load-records.ts';
import { computing } from './computing.ts';
import { coursePage } from './course-page.ts';
import { loadCourses } from './courses.ts';
import type { Figure } from './figure.ts';
import { graphMeasures } from './graph-measures.ts';
import { memory } from './memory.ts';
import { incremental } from './incremental.ts';
import { oneMoreActivity, writeActivity } from './activity-file.ts';
import { ingest, type Cargo } from './ingest.ts';
import { oneMorePost, writePosts } from './posts-file.ts';
import { pages } from './pages.ts';
import { inPlace, type Place } from './place.ts';
import { programmePage } from './programme-page.ts';
import { receiving } from './receiver.ts';
import { asMarkdown, asText } from './report.ts';

/**
 * `npm run bench`: what Kith costs beside doing the bare minimum, as ratios. `--keep` writes docs/bench.md; `--json`
 * prints JSON instead of lines; `--rows` and `--much` (of activity), `--posts`, `--courses` and `--runs` make it larger or
 * smaller, 0 leaves a kind of row out. `--computing` measures nothing but computing, and is kept in docs/bench-computing.md:
 * with `--courses 500 --runs 1` that is fifty thousand learner-courses of twelve weeks, ten million facts.
 */
const { values } = parseArgs({
  options: {
    keep: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    rows: { type: 'string', default: '1000000' },
    posts: { type: 'string', default: '1000000' },
    much: { type: 'string', default: '5000000' },
    courses: { type: 'string', default: '12' },
    computing: { type: 'boolean', default: false },
    runs: { type: 'string', default: '3' },
  },
});
const [rows, posts, much] = [Number(values.rows), Number(values.posts), Number(values.much)];
const [courses, runs] = [Number(values.courses), Number(values.runs)];
const tell = (line: string): void => void process.stderr.write(`${line} …\n`);

/** Each kind of row by itself; the long ones once. */
async function loads(): Promise<Figure[]> {
  const activity = { table: 'core.activity', write: writeActivity, oneMore: oneMoreActivity } as const;
  const cargoes: Cargo[] = [
    { ...activity, what: 'loading activity (native NDJSON)', fileName: 'activity.ndjson', rows, runs },
    {
      what: 'loading forum posts (native NDJSON)',
      table: 'core.post',
      fileName: 'posts.ndjson',
      rows: posts,
      runs: 1,
      write: writePosts,
      oneMore: oneMorePost,
    },
    { ...activity, what: 'loading much activity (NDJSON, gz)', fileName: 'much.ndjson.gz', rows: much, runs: 1 },
  ];
  const measured: Figure[] = [];
  for (const cargo of cargoes) if (cargo.rows > 0) measured.push(...(await ingest(cargo, tell)));
  return measured;
}

/** Courses, loaded and computed in this place, and what that took. */
async function computed(place: Place, institutionId: number): Promise<Figure[]> {
  tell(`${courses} courses`);
  await loadCourses(place, institutionId, courses);
  tell('computing');
  const whole = await computing(place, institutionId, runs);
  tell('computing what changed');
  const changed = await incremental(place, institutionId, runs);
  tell('memory');
  const held = await memory(place, institutionId);
  tell('graph measures');
  return [whole, changed, held, await graphMeasures(place, institutionId, runs)];
}

const everything = async (): Promise<Figure[]> => [
  ...(await loads()),
  await inPlace(async (place) => {
    tell('receiving statements');
    return receiving(place, await makeInstitution(place.etl), runs);
  }),
  ...(await inPlace(async (place) => {
    const institutionId = await makeInstitution(place.etl);
    const courseWeeks = await computed(place, institutionId);
    tell('course pages');
    const queries = await coursePage(place, institutionId, runs);
    tell('pages in the browser, and fifty requests at once');
    const answered = await pages(place, institutionId, runs);
    tell('a programme of two thousand courses');
    return [queries, ...answered, await programmePage(place, institutionId, runs), ...courseWeeks];
  })),
];

const figures = values.computing
  ? await inPlace(async (place) => computed(place, await makeInstitution(place.etl)))
  : await everything();

process.stdout.write(values.json ? `${JSON.stringify(figures, null, 2)}\n` : `\n${asText(figures)}`);
if (values.keep) {
  const page = path.resolve(import.meta.dirname, '../../docs', values.computing ? 'bench-computing.md' : 'bench.md');
  const command = ['npm run bench --', ...process.argv.slice(2)].join(' ');
  await writeFile(page, asMarkdown(figures, new Date().toISOString().slice(0, 10), command));
}
