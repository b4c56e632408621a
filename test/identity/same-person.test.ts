import { samePerson, type Sign } from '@kith/etl/identity/same-person.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const sis = (accountId: number, value: string): Sign => ({ accountId, token: `sis ${value}`, strong: true });
const mail = (accountId: number, value: string): Sign => ({ accountId, token: `email ${value}`, strong: false });

/** Groups of accounts, each sorted. */
function groups(signs: readonly Sign[]): string[] {
  const { groupOf } = samePerson(signs);
  const accounts = [...new Set(signs.map(({ accountId }) => accountId))].sort((a, b) => a - b);
  return [...Map.groupBy(accounts, groupOf).values()].map((members) => members.join('=')).sort();
}

describe('accounts are one person', () => {
  test('by an equal id of the student information system', () => {
    expect(groups([sis(1, 'a'), sis(2, 'a'), sis(3, 'b')])).toEqual(['1=2', '3']);
  });

  test('by an equal address, and along a chain of them', () => {
    expect(groups([mail(1, 'a'), mail(2, 'a'), mail(2, 'b'), mail(3, 'b'), mail(4, 'c')])).toEqual(['1=2=3', '4']);
  });

  test('by two ids of one account', () => {
    expect(groups([sis(1, 'a'), sis(1, 'b'), sis(2, 'a'), sis(3, 'b')])).toEqual(['1=2=3']);
  });
});

describe('nobody is joined', () => {
  test('by an address that two ids share', () => {
    const signs = [sis(1, 'a'), mail(1, 'lab'), sis(2, 'b'), mail(2, 'lab'), mail(3, 'lab')];
    expect(groups(signs)).toEqual(['1', '2', '3']);
    expect([...samePerson(signs).conflicts]).toEqual(['email lab']);
  });

  test('by a chain that leads to two ids', () => {
    const signs = [sis(1, 'a'), mail(1, 'x'), mail(2, 'x'), mail(2, 'y'), mail(3, 'y'), sis(3, 'b')];
    expect(groups(signs)).toEqual(['1', '2', '3']);
    expect(samePerson(signs).conflicts).toEqual(new Set(['email x', 'email y']));
  });

  test('but ids go on joining where an address is in doubt', () => {
    const signs = [sis(1, 'a'), sis(4, 'a'), mail(1, 'x'), sis(2, 'b'), mail(2, 'x')];
    expect(groups(signs)).toEqual(['1=4', '2']);
  });
});

test('the order of the signs decides nothing', () => {
  const sign = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('a', 'b', 'c', 'd'), fc.boolean())
    .map(([accountId, value, strong]) => (strong ? sis(accountId, value) : mail(accountId, value)));
  const shuffled = fc
    .array(sign, { maxLength: 25 })
    .chain((signs) => fc.tuple(fc.constant(signs), fc.shuffledSubarray(signs, { minLength: signs.length })));
  fc.assert(
    fc.property(shuffled, ([signs, others]) => {
      expect(groups(others)).toEqual(groups(signs));
      const { groupOf } = samePerson(signs);
      const strongGroups = Map.groupBy(
        signs.filter(({ strong }) => strong),
        ({ accountId }) => groupOf(accountId),
      );
      for (const members of strongGroups.values()) expect(groups(members)).toHaveLength(1);
    }),
  );
});
