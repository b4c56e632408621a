/** A number as it stands in a sentence: shares as whole per cent, everything else to two digits. */
export const inWords = (value: number, unit: string): string =>
  unit === 'share' ? `${String(Math.round(value * 100))} %` : value.toFixed(2);
