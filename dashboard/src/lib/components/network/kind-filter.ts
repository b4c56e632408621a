import type { TieKindName } from '../../api/types.ts';

/** The kinds an address asks for, of those there are. None named: all. */
export function kindsOf(asked: string | null, offered: readonly TieKindName[]): TieKindName[] {
  const named = asked?.split(',') ?? [];
  const found = offered.filter((kind) => named.includes(kind));
  return found.length === 0 ? [...offered] : found;
}

/**
 * The `kinds` of the address after one is switched on or off. All, or none left, is the address without a filter.
 *
 *     toggled(['reply', 'mention'], ['reply', 'mention'], 'mention')  // 'reply'
 *     toggled(['reply', 'mention'], ['reply'], 'mention')             // undefined
 */
export function toggled(
  offered: readonly TieKindName[],
  shown: readonly TieKindName[],
  kind: TieKindName,
): string | undefined {
  const next = offered.filter((option) => (option === kind) !== shown.includes(option));
  return next.length === 0 || next.length === offered.length ? undefined : next.join(',');
}
