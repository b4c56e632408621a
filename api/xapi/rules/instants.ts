import { Refused, type Rule } from './rule.ts';

export type Edition = '1.0' | '2.0';

const iso8601 = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?$/;
const rfc3339 = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d):\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;
const unknownZone = /-00(?::?00)?$/;

/** 1.0.3 takes ISO 8601 with or without a zone, 2.0 takes RFC 3339; neither takes a zone that is said to be unknown. */
export const instant = (edition: Edition): Rule => {
  const shape = edition === '2.0' ? rfc3339 : iso8601;
  const example = edition === '2.0' ? '2026-02-01T09:00:00Z, with its zone' : '2026-02-01T09:00:00Z';
  return (value) => {
    const parts = typeof value === 'string' ? shape.exec(value) : null;
    if (!parts || !isReal(parts[1]!, parts[2]!)) throw new Refused(`is no timestamp, such as ${example}`);
    if (unknownZone.test(parts[0].slice(parts[1]!.length)))
      throw new Refused('has the offset -00:00, which names no zone');
  };
};

/** No 30th of February, no 25th hour. */
function isReal(day: string, minute: string): boolean {
  const at = new Date(`${day}T${minute}:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(`${day}T`);
}
