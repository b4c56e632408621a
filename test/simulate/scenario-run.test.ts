import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { scenarioFor } from '@kith/etl/cli/simulate.ts';
import { heldOut } from '@kith/etl/simulate/archetypes.ts';
import { simulate, type Summary } from '@kith/etl/simulate/simulate.ts';
import type { Truth } from '@kith/etl/simulate/write/truth.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const now = new Date('2026-11-22T03:00:00Z');
const used: Awaited<ReturnType<typeof temporaryFolder>>[] = [];
afterAll(async () => {
  for (const { remove } of used) await remove();
});

/** Runs a scenario by name, or from a file of this text, as the command does. */
async function ran(
  name: string,
  text?: string,
  sizes: Partial<Parameters<typeof scenarioFor>[1]> = {},
): Promise<Summary> {
  const [files, out] = [await temporaryFolder(), await temporaryFolder()];
  used.push(files, out);
  const file = path.join(files.folder, name);
  if (text !== undefined) writeFileSync(file, text);
  const own = { seed: undefined, students: undefined, courses: undefined, weeks: undefined, ...sizes };
  const scenario = await scenarioFor(text === undefined ? name : file, own);
  return simulate({ out: out.folder, scenario, now });
}

const learnersOf = ({ out }: Summary) =>
  (JSON.parse(readFileSync(path.join(out, 'truth.json'), 'utf8')) as Truth).courses.flatMap(({ learners }) => learners);

/** Posts of the first course, and those that answer another. */
function forumOf({ out, plan }: Summary): { posts: number; answers: number } {
  const { path: file } = plan.steps.find(({ connector }) => connector === 'moodle-forum')!;
  const [, ...lines] = readFileSync(path.join(out, file), 'utf8').trimEnd().split('\r\n');
  return { posts: lines.length, answers: lines.filter((line) => line.split(',')[2] !== '0').length };
}

test('the university of the demo is one of the scenarios, with every system in it', async () => {
  const { plan, courses } = await ran('demo', undefined, { students: 90, courses: 3, weeks: 3 });
  expect(courses).toBe(3);
  const systems = plan.steps.map(({ connector, path: below }) => `${connector} ${below.split('/')[0]!}`);
  for (const forum of ['moodle-forum moodle', 'canvas canvas']) expect(systems).toContain(forum);
  for (const meetings of ['teams', 'zoom']) expect(systems).toContain(`meeting-report ${meetings}`);
  for (const other of ['oneroster oneroster', 'xapi moodle-lrs', 'native tutoring']) expect(systems).toContain(other);
});

test('archetypes are parameters of a file: their share is in the truth, their behaviour in the traces', async () => {
  const usual = 'courses: 1\nclassSize: 100\nweeks: 4\n';
  const changed = await ran('own.yaml', `${usual}archetypes: { ${heldOut}: { share: 0.2 }, core: { share: 0 } }`);
  const kinds = learnersOf(changed).map(({ archetype }) => archetype);
  expect(kinds.filter((kind) => kind === heldOut)).toHaveLength(20);
  expect(kinds).not.toContain('core');
  const silent = await ran('silent.yaml', `${usual}archetypes: { typical: { postsPerWeek: 0 }, core: { share: 0 } }`);
  expect(forumOf(silent).posts).toBeLessThan(forumOf(changed).posts / 2);
});

test('plants are parameters of a file: where everybody opens a thread and staff are away, nothing is answered', async () => {
  const text = 'courses: 1\nclassSize: 40\nweeks: 4\n';
  const usual = forumOf(await ran('usual.yaml', text));
  expect(usual.answers).toBeGreaterThan(usual.posts / 3);
  const deaf = 'plants: [{ id: deaf, like: healthy, opens: 1, staffAnswers: 0, turnsToStaff: 0 }]';
  const { posts, answers } = forumOf(
    await ran('deaf.yaml', `${text}${deaf}\narchetypes: { staff_only: { share: 0 } }`),
  );
  expect(posts).toBeGreaterThan(50);
  expect(answers).toBe(0);
});
