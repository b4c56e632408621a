import type { RecordInput } from './record.ts';

/** Remembering more would cost more memory than telling the loader the same thing twice. */
const most = 1_000_000;

/**
 * Persons, courses, enrolments, groups, spaces and sessions stand in every statement; one record of each is enough. Told again
 * when a statement adds a title or a name that the ones before it lacked.
 */
export class Introduced {
  readonly #titled = new Map<string, boolean>();

  isNews(record: RecordInput): boolean {
    switch (record.type) {
      case 'person':
        return this.#first(`person|${record.key}`, record.displayName !== undefined);
      case 'course':
      case 'group':
      case 'space':
        return this.#first(`${record.type}|${record.key}`, record.title !== undefined);
      case 'enrolment':
        return this.#first(`enrolment|${record.key}|${record.role}|${record.status ?? ''}|${record.from ?? ''}`, true);
      case 'session':
        // Without a plan the latest statement says when the session was, so each time it names counts.
        return this.#first(`session|${record.key}|${record.observedAt ?? ''}`, true);
      default:
        return true;
    }
  }

  #first(key: string, titled: boolean): boolean {
    const before = this.#titled.get(key);
    if (before === true || (before === false && !titled)) return false;
    if (this.#titled.size >= most) this.#titled.clear();
    this.#titled.set(key, titled);
    return true;
  }
}
