import fc from 'fast-check';

import type { Told } from './arbitrary.ts';

/** The same in another order, some of it twice, cut into batches. */
export const anotherWay = (told: readonly Told[]): fc.Arbitrary<Told[][]> => {
  const every = fc.shuffledSubarray([...told], { minLength: told.length });
  const some = fc.shuffledSubarray([...told], { maxLength: Math.ceil(told.length / 4) });
  const cut = fc.array(fc.nat(told.length), { minLength: 1, maxLength: 4, size: 'max' });
  return fc.tuple(every, some, cut).map(([all, twice, cuts]) => {
    const at = [0, ...cuts.toSorted((a, b) => a - b), told.length];
    const batches = at.slice(1).map((end, index) => all.slice(at[index], end));
    return [...batches, twice].filter((batch) => batch.length > 0);
  });
};
