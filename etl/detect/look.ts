import { UnreadableFile, type Context, type Extracted, type SourceInput } from '../connector.ts';
import { connectorById, type ConnectorId } from '../extract/index.ts';
import { believe } from '../load/believe.ts';
import type { RecordInput, RecordType } from '../records/record.ts';

/** What would come of a parcel, as far as it was read. Nothing is written. */
export interface Preview {
  readonly records: Readonly<Partial<Record<RecordType, number>>>;
  /** Refused rows by code, with the first place. */
  readonly refused: readonly Refused[];
  /** Files that cannot be read with these choices, or at all. */
  readonly troubles: readonly Trouble[];
  /** Days of the first and last thing that happened, YYYY-MM-DD; null: nothing has a date. */
  readonly from: string | null;
  readonly to: string | null;
  /** Different people named. */
  readonly people: number;
  /** Records that name no course: they would go to "unassigned", which no page shows. */
  readonly withoutCourse: number;
  /** Courses the files name, a few of them. */
  readonly courses: readonly string[];
  /** False: the files go on beyond what was read. */
  readonly complete: boolean;
}

export interface Refused {
  readonly code: string;
  readonly count: number;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export interface Trouble {
  readonly file: string;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

export interface Reach {
  /** Most items to read. */
  readonly items: number;
  /** Longest time to read, in ms. */
  readonly time: number;
}

const usualReach: Reach = { items: 20_000, time: 2000 };

/** Types of which each record should know its course by itself; a post may know its space, which knows. */
const placed: ReadonlySet<RecordType> = new Set(['activity', 'enrolment', 'group', 'outcome', 'session', 'space']);
const mostCourses = 5;

/** Reads the beginning of a parcel as a load with these choices would, and says what came of it. */
export async function preview(
  connectorId: ConnectorId,
  { path, files }: SourceInput,
  context: Context,
  reach: Reach = usualReach,
): Promise<Preview> {
  const connector = connectorById(connectorId)!;
  const seen = new Seen(context.course);
  const troubles: Trouble[] = [];
  const until = performance.now() + reach.time;
  const parts = connector.apart === true ? files.map((file) => [file]) : [files];
  let left = reach.items;
  for (const part of parts) {
    try {
      for await (const item of connector.extract({ path, files: part }, context)) {
        seen.add(item);
        left -= 1;
        if (left <= 0 || performance.now() > until) return seen.preview(troubles, false);
      }
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      troubles.push({ file: error.file, code: error.code, message: error.message, hint: error.hint });
    }
  }
  return seen.preview(troubles, true);
}

class Seen {
  readonly #course: string | undefined;
  readonly #records: Partial<Record<RecordType, number>> = {};
  readonly #refused = new Map<string, Refused>();
  readonly #people = new Set<string>();
  readonly #courses = new Set<string>();
  #withoutCourse = 0;
  #postsWithoutCourse = 0;
  #spacesInCourse = false;
  #from: string | null = null;
  #to: string | null = null;

  constructor(course: string | undefined) {
    this.#course = course;
  }

  add(item: Extracted): void {
    if ('skipped' in item) return;
    if ('reject' in item) {
      this.#refuse(item.reject.code, item.reject.message, item.ref);
      return;
    }
    const believed = believe(item.record, { bodies: false, titles: false });
    if ('refusal' in believed) this.#refuse(believed.refusal.code, believed.refusal.message, item.ref);
    else this.#record(item.record);
  }

  preview(troubles: readonly Trouble[], complete: boolean): Preview {
    return {
      records: this.#records,
      refused: [...this.#refused.values()].toSorted((a, b) => b.count - a.count),
      troubles,
      from: this.#from,
      to: this.#to,
      people: this.#people.size,
      withoutCourse: this.#withoutCourse + (this.#spacesInCourse ? 0 : this.#postsWithoutCourse),
      courses: [...this.#courses],
      complete,
    };
  }

  #refuse(code: string, message: string, { file, line }: Extracted['ref']): void {
    const known = this.#refused.get(code);
    this.#refused.set(code, known ? { ...known, count: known.count + 1 } : { code, count: 1, file, line, message });
  }

  #record(record: RecordInput): void {
    this.#records[record.type] = (this.#records[record.type] ?? 0) + 1;
    const fields = record as Readonly<Record<string, unknown>>;
    const person = record.type === 'person' ? record.key : (fields.person ?? fields.author);
    if (typeof person === 'string') this.#people.add(person);
    const at = fields.at ?? fields.createdAt ?? fields.joinAt ?? fields.startsAt;
    if (typeof at === 'string') this.#dated(at.slice(0, 10));
    const course = record.type === 'course' ? record.key : (record.course ?? this.#course);
    if (course === undefined && placed.has(record.type)) this.#withoutCourse += 1;
    if (course === undefined && record.type === 'post') this.#postsWithoutCourse += 1;
    if (course !== undefined && record.type === 'space') this.#spacesInCourse = true;
    if (course !== undefined && this.#courses.size < mostCourses) this.#courses.add(course);
  }

  #dated(day: string): void {
    if (this.#from === null || day < this.#from) this.#from = day;
    if (this.#to === null || day > this.#to) this.#to = day;
  }
}
