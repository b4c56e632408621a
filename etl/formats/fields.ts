import { Instant } from '../records/values.ts';
import { countIn, flagIn, numberIn, refuse } from './cell.ts';
import { instantOfSeconds } from './unix-time.ts';

/**
 * One row of a table, or one object of a JSON file, by the names its source uses. What is empty, null or the source's
 * own word for nothing is undefined, never a zero. What cannot be believed throws BadCell.
 */
export class Fields {
  readonly #valueOf: (name: string) => unknown;

  constructor(valueOf: (name: string) => unknown) {
    this.#valueOf = valueOf;
  }

  static of(value: Readonly<Record<string, unknown>>): Fields {
    return new Fields((name) => (Object.hasOwn(value, name) ? value[name] : undefined));
  }

  value(name: string): unknown {
    const value = this.#valueOf(name);
    return value === null ? undefined : value;
  }

  /** An id stays text: a number that has lost digits is refused. */
  text(name: string): string | undefined {
    const value = this.value(name);
    switch (typeof value) {
      case 'undefined':
        return undefined;
      case 'string': {
        const trimmed = value.trim();
        return trimmed === '' ? undefined : trimmed;
      }
      case 'boolean':
        return String(value);
      case 'number':
        if (Number.isInteger(value) && !Number.isSafeInteger(value)) return refuse('UNSAFE_NUMBER', name, lostDigits);
        return String(value);
      default:
        return refuse('BAD_VALUE', name, 'is a list or an object, where a text or number is expected');
    }
  }

  must(name: string): string {
    return this.text(name) ?? refuse('MISSING_VALUE', name, 'is empty. Every row needs it');
  }

  /** An id, where 0 means nobody, as in Moodle. */
  id(name: string): string | undefined {
    const text = this.text(name);
    return text === '0' ? undefined : text;
  }

  flag(name: string): boolean | undefined {
    return this.#as(name, flagIn);
  }

  count(name: string): number | undefined {
    return this.#as(name, countIn);
  }

  number(name: string): number | undefined {
    return this.#as(name, numberIn);
  }

  /** RFC 3339, as it is written. */
  instant(name: string): string | undefined {
    return this.#as(name, (_, text) => (Instant.safeParse(text).success ? text : refuse('BAD_DATE', name, noInstant)));
  }

  /** A time that is in UTC by the source's word, with or without saying so: `2024-02-21 06:45:46.4`. */
  utc(name: string): string | undefined {
    return this.#as(name, (_, text) => {
      const joined = text.replace(/^(\d{4}-\d{2}-\d{2}) +/, '$1T').replace(/ ?UTC$/, 'Z');
      const at = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(joined) ? joined : `${joined}Z`;
      const strict = at.replace(/ ?([+-]\d{2})(\d{2})$/, '$1:$2');
      return Instant.safeParse(strict).success ? strict : refuse('BAD_DATE', name, noInstant);
    });
  }

  /** Unix seconds; 0 is none. */
  seconds(name: string): string | undefined {
    const text = this.id(name);
    if (text === undefined) return undefined;
    return instantOfSeconds(text) ?? refuse('BAD_DATE', name, 'is no number of seconds since 1970');
  }

  /** What a word of the source means. A word the source is not known to use is named in the refusal. */
  one<const Meaning>(name: string, meanings: Readonly<Record<string, Meaning>>): Meaning | undefined {
    return this.#as(name, (_, text) => {
      if (Object.hasOwn(meanings, text)) return meanings[text]!;
      const word = /^[\w ./:#~-]{1,80}$/.test(text) ? `"${text}"` : 'something';
      return refuse('UNKNOWN_WORD', name, `says ${word}; known are ${Object.keys(meanings).join(', ')}`);
    });
  }

  mustInstant(name: string): string {
    return this.instant(name) ?? this.must(name);
  }

  mustUtc(name: string): string {
    return this.utc(name) ?? this.must(name);
  }

  mustSeconds(name: string): string {
    return this.seconds(name) ?? refuse('MISSING_VALUE', name, 'is empty. Every row needs it');
  }

  mustOne<const Meaning>(name: string, meanings: Readonly<Record<string, Meaning>>): Meaning {
    this.must(name);
    return this.one(name, meanings)!;
  }

  /** An object inside the object; undefined where there is none. */
  inner(name: string): Fields | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    return isObject(value) ? Fields.of(value) : refuse('BAD_VALUE', name, 'is no object');
  }

  /** Objects of a list; an absent list is empty. What is no object has no fields, and is refused where it lacks them. */
  each(name: string): Fields[] {
    return this.list(name).map((item) => Fields.of(isObject(item) ? item : {}));
  }

  /** Texts of a list; an absent list is empty. */
  texts(name: string): string[] {
    return this.list(name).flatMap((item) => Fields.of({ item }).text('item') ?? []);
  }

  list(name: string): unknown[] {
    const value = this.value(name);
    if (value === undefined) return [];
    return Array.isArray(value) ? (value as unknown[]) : refuse('BAD_VALUE', name, 'is no list');
  }

  #as<Value>(name: string, read: (name: string, text: string) => Value): Value | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : read(name, text);
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const noInstant = 'is not a time such as 2026-03-31T18:30:00Z';
const lostDigits = 'is a number too long to be read without losing digits. Export ids as text';
