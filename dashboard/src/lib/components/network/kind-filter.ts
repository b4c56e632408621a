import type { TieKindName } from '../../api/types.ts';

/** Left out until asked for: an hour in one room ties everybody to everybody and hides who turned to whom. */
const leftOutAtFirst: readonly TieKindName[] = ['live_session'];

/** What is drawn until the reader chooses; where there is nothing else, the rest after all. */
export function usualKinds(offered: readonly TieKindName[]): TieKindName[] {
  const usual = offered.filter((kind) => !leftOutAtFirst.includes(kind));
  return usual.length === 0 ? [...offered] : usual;
}

/** The kinds an address asks for, of those there are. None named: the usual ones. */
export function kindsOf(asked: string | null, offered: readonly TieKindName[]): TieKindName[] {
  const named = asked?.split(',') ?? [];
  const found = offered.filter((kind) => named.includes(kind));
  return found.length === 0 ? usualKinds(offered) : found;
}

/**
 * The `kinds` of the address after one is switched on or off. The usual ones, or none left, is no filter at all.
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
  const asked = next.join(',');
  return asked === '' || asked === usualKinds(offered).join(',') ? undefined : asked;
}
