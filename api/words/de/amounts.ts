const rounded = new Intl.NumberFormat('de', { maximumFractionDigits: 1 });

/** At most one decimal: 3, 0,4. */
export const amount = (value: number): string => rounded.format(Math.round(value * 10) / 10);

/**
 * A number with its word: "kein Tag", "1 Tag", "0,4 Tage".
 *
 *     many(0.4, 'kein Tag', 'Tag', 'Tage')  // 0,4 Tage
 */
export function many(value: number, none: string, one: string, more: string): string {
  const said = amount(value);
  return said === '0' ? none : `${said} ${said === '1' ? one : more}`;
}

export const percent = (share: number): string => `${String(Math.round(share * 100))} %`;
