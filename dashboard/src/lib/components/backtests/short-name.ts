/** `Kith`, `B1` … `B5`: what a ranking is called beside its line, and found by among the words. */
export const shortName = (ranking: string): string => /^B\d/.exec(ranking)?.[0] ?? 'Kith';
