/**
 * A schema costs as much as the rest of a record's way in, so of the records that come by the million the plain ones are
 * told without it. Each of these says yes only to what the schema takes as it is; of anything else the schema decides.
 */

/** Shorter than any bound that counts bytes. */
export const isKey = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 500 && !value.includes('\0');
export const isKeyOrNone = (value: unknown): boolean => value === undefined || isKey(value);
export const areKeys = (values: unknown): boolean => Array.isArray(values) && values.every(isKey);

export const isTextOrNone = (value: unknown): boolean =>
  value === undefined || (typeof value === 'string' && !value.includes('\0'));

/** As Postgres holds it in an integer. */
export const isCount = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 2_147_483_647;
export const isSecondsOrNone = (value: unknown): boolean =>
  value === undefined || (typeof value === 'number' && value >= 0 && value <= 1e9);
export const isCountOrNone = (value: unknown): boolean => value === undefined || isCount(value);

export const isFlagOrNone = (value: unknown): boolean => value === undefined || typeof value === 'boolean';

/** In UTC and on a day that exists; 29 February is left to the schema. */
const plainInstant =
  /^(?:199\d|20\d\d)-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/;
export const isInstant = (value: unknown): boolean => typeof value === 'string' && plainInstant.test(value);
