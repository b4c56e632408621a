import { suppressTreeBeside } from '@kith/etl/disclosure/beside.ts';
import { suppressTree } from '@kith/etl/disclosure/hierarchy.ts';
import { leavesOf, type Branch } from '@kith/etl/disclosure/branch.ts';
import { expect, test } from 'vitest';
import { university } from './simulated.ts';

const rule = { least: 5, width: 5 };
/** Three universities as faculties of one. */
const large = (): Branch => {
  const below = [1, 2, 3].map((seed) => renamed(university(seed), String(seed)));
  return {
    key: 'all',
    below,
    counts: below[0]!.counts.map((_, at) => below.reduce((sum, { counts }) => sum + counts[at]!, 0)),
  };
};
const renamed = (branch: Branch, name: string): Branch => ({
  ...branch,
  key: `${name} ${branch.key}`,
  below: branch.below.map((each) => renamed(each, name)),
});

test('a large tree is worked out in a thread, to the same pattern, while this one goes on', async () => {
  const root = large();
  expect(leavesOf(root).length).toBeGreaterThan(10);
  let turns = 0;
  const going = setInterval(() => (turns += 1), 1);
  const beside = await suppressTreeBeside(root, rule);
  clearInterval(going);
  expect(new Map(beside)).toEqual(new Map(suppressTree(root, rule)));
  expect(turns).toBeGreaterThan(5);
});

test('what goes wrong there is said here', async () => {
  const broken = { ...large(), counts: null } as unknown as Branch;
  await expect(suppressTreeBeside(broken, rule)).rejects.toThrow();
});
