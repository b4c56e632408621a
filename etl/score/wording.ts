/** Numbers as an English sentence has them. */

/** At most one decimal: 3, 0.4. */
export function amount(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** "no classmate", "1 classmate", "0.4 classmates". */
export function many(value: number, one: string, more = `${one}s`): string {
  const said = amount(value);
  return said === '0' ? `no ${one}` : `${said} ${said === '1' ? one : more}`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

const fractions = [
  [1, 20],
  [1, 10],
  [1, 5],
  [1, 4],
  [1, 3],
  [2, 5],
  [1, 2],
  [3, 5],
  [2, 3],
  [3, 4],
  [4, 5],
  [9, 10],
] as const;

/** A share of posts as people count: "about 1 post in 3", with the verb that fits it. */
export function often(share: number): { readonly share: string; readonly verb: 'gets' | 'get' } {
  if (share < 0.025) return { share: 'hardly any post', verb: 'gets' };
  if (share > 0.95) return { share: 'nearly every post', verb: 'gets' };
  const [of, outOf] = fractions.reduce((best, next) => (off(next, share) < off(best, share) ? next : best));
  return { share: `about ${many(of, 'post')} in ${outOf}`, verb: of === 1 ? 'gets' : 'get' };
}

const off = ([of, outOf]: readonly [number, number], share: number): number => Math.abs(of / outOf - share);
