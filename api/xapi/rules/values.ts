import { objectOf, part, Refused, type Rule } from './rule.ts';

const longest = 100;

export const text: Rule = (value) => {
  if (typeof value !== 'string') throw new Refused('is no text');
};

export const truth: Rule = (value) => {
  if (typeof value !== 'boolean') throw new Refused('is neither true nor false');
};

export const number: Rule = (value) => {
  if (typeof value !== 'number') throw new Refused('is no number');
};

export const whole: Rule = (value) => {
  if (!Number.isInteger(value) || (value as number) < 0) throw new Refused('is no whole number');
};

const pattern =
  (shape: RegExp, message: string): Rule =>
  (value) => {
    if (typeof value !== 'string' || !shape.test(value)) throw new Refused(message);
  };

export const iri = pattern(
  /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i,
  'is no IRI with a scheme, such as https://example.edu/x',
);
export const uuid = pattern(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'is no UUID');
export const mbox = pattern(/^mailto:[^\s@]+@[^\s@]+$/i, 'is no mailto: address');
export const sha1 = pattern(/^[0-9a-f]{40}$/i, 'is no SHA-1 of 40 hexadecimal digits');
export const sha2 = pattern(/^[0-9a-f]{56,128}$/i, 'is no SHA-2 in hexadecimal digits');
export const mediaType = pattern(/^[\w.+-]+\/[\w.+-]+(?:\s*;.*)?$/, 'is no media type, such as text/plain');

const amount = String.raw`\d+(?:[.,]\d+)?`;
export const duration = pattern(
  new RegExp(
    `^P(?=[\\dT])(?:${amount}W|(?:${amount}Y)?(?:${amount}M)?(?:${amount}D)?(?:T(?=\\d)(?:${amount}H)?(?:${amount}M)?(?:${amount}S)?)?)$`,
  ),
  'is no ISO 8601 duration, such as PT15M',
);

const bcp47 =
  /^(?:[a-z]{2,8}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?|[xi](?:-[a-z\d]{1,8})+)$/i;

export const languageTag: Rule = (value) => {
  if (typeof value !== 'string' || value.length > longest || !bcp47.test(value)) {
    throw new Refused('is no language tag, such as en-GB');
  }
};

export const languageMap: Rule = (value) => {
  const map = objectOf(value);
  for (const tag of Object.keys(map)) {
    part(tag.slice(0, longest), languageTag, tag);
    part(tag, text, map[tag]);
  }
};

/** Deeper than anything sent in earnest, and shallow enough for every program that walks it. */
const deepest = 40;

/** Keys are IRIs, values any JSON, null included. */
export const extensions: Rule = (value) => {
  const map = objectOf(value);
  for (const key of Object.keys(map)) {
    if (!/^[a-z][a-z0-9+.-]*:\S+$/i.test(key)) throw new Refused('has a key that is no IRI');
    notTooDeep(map[key], 1);
  }
};

function notTooDeep(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > deepest) throw new Refused(`is nested more than ${deepest} deep`);
  for (const each of Object.values(value)) notTooDeep(each, depth + 1);
}
