import { leastCount } from '../../disclosure/fewest.ts';

/**
 * Answers without a name, in blocks of at least five in the order of time; what came in one instant stays together, and the
 * last ones wait until they are five. Only whole blocks count, so that no two weeks, and no load after another, differ by
 * one person's answer.
 *
 * @param answers oldest first
 */
export function blocksOf<Answer extends { readonly at: number }>(
  answers: readonly Answer[],
): readonly (readonly Answer[])[] {
  const blocks: Answer[][] = [];
  for (const answer of answers) {
    const open = blocks.at(-1);
    if (open === undefined || (open.length >= leastCount && open.at(-1)!.at !== answer.at)) blocks.push([answer]);
    else open.push(answer);
  }
  return blocks.filter((block) => block.length >= leastCount);
}
