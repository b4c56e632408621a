import { blocksOf } from '@kith/etl/indicators/reading/blocks.ts';
import { randomOf } from '@kith/etl/simulate/random.ts';
import { expect, test } from 'vitest';

const at = (...times: readonly number[]) => times.map((one) => ({ at: one }));
const times = (blocks: readonly (readonly { at: number }[])[]) => blocks.map((block) => block.map((one) => one.at));

test.each([
  ['nobody', [], []],
  ['four wait', [1, 2, 3, 4], []],
  ['five are a block', [1, 2, 3, 4, 5], [[1, 2, 3, 4, 5]]],
  ['the sixth waits', [1, 2, 3, 4, 5, 6], [[1, 2, 3, 4, 5]]],
  ['a round of seven that was closed in one instant is one block', [1, 1, 1, 1, 1, 1, 1], [[1, 1, 1, 1, 1, 1, 1]]],
  ['an instant is not cut in two', [1, 2, 3, 4, 5, 5, 6], [[1, 2, 3, 4, 5, 5]]],
])('%s', (_, given, expected) => {
  expect(times(blocksOf(at(...given)))).toEqual(expected);
});

test('whatever comes after, two moments differ by nobody or by at least five', () => {
  const random = randomOf(3, 'blocks');
  for (let run = 0; run < 200; run++) {
    let now = 0;
    const answers = at(...Array.from({ length: random.whole(0, 40) }, () => (now += random.whole(0, 3))));
    let last = 0;
    for (let moment = 0; moment <= now + 1; moment++) {
      const counted = blocksOf(answers.filter((answer) => answer.at < moment)).flat().length;
      expect(counted === last || counted - last >= 5, `${String(last)} → ${String(counted)}`).toBe(true);
      last = counted;
    }
  }
});
