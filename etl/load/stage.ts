import type { Believed, Extracted } from '../connector.ts';
import type { CanonicalRecord, RecordOf } from '../records/record.ts';
import { isLeftOut, whyLeftOut, withhold, type LeftOut } from '../rights/withhold.ts';
import { plainActivity, verbIds } from './believe-activity.ts';
import { believe, type Keep } from './believe.ts';
import { outOfBounds } from './bounds.ts';
import { canonicalInstant, canonicalJson, canonicalRecord, digest, shortDigest } from './canonical.ts';
import { Chunk, type Place } from './chunk.ts';
import { cellText } from './copy.ts';
import { activityKey, type KeyDigest } from './key-digest.ts';
import { meaningOf, type Meaning } from './meaning.ts';
import { Ordinals } from './ordinals.ts';

export interface StagerOptions {
  readonly run: { readonly institutionId: number; readonly runId: number };
  readonly fileNumbers: ReadonlyMap<string, number>;
  readonly keyOf: KeyDigest;
  readonly keep: Keep;
  /** Id of the connector. */
  readonly connector: string;
  /** Course of records that name none. */
  readonly course: string | undefined;
  readonly nextRejectNo: number;
  /** Whose records are left out. */
  readonly leftOut: LeftOut;
}

type NotActivity = Exclude<CanonicalRecord, { type: 'activity' }>;

/** Turns what a connector gives into rows of the stage tables. Knows no database: {@link Chunk} sends them. */
export class Stager {
  readonly persons = new Ordinals((no, key) => this.#chunk.person.add(no, key, false));
  readonly courses = new Ordinals((no, key) => this.#chunk.course.add(no, key));
  readonly #inRoster = new Set<number>();
  readonly #options: StagerOptions;
  #chunk: Chunk;

  constructor(options: StagerOptions) {
    this.#options = options;
    this.#chunk = new Chunk(options.run, options.nextRejectNo);
  }

  get isFull(): boolean {
    return this.#chunk.isFull;
  }

  /** Hands over what was gathered and begins anew. */
  take(): Chunk {
    const chunk = this.#chunk;
    this.#chunk = new Chunk(this.#options.run, chunk.nextRejectNo);
    return chunk;
  }

  add(item: Extracted, position: number): void {
    const place = { fileNo: this.#options.fileNumbers.get(item.ref.file) ?? -1, line: item.ref.line };
    if ('skipped' in item) this.#chunk.skip(item.skipped.reason, item.skipped.count, place);
    else if ('reject' in item) this.#chunk.reject(item.reject, item.ref, place);
    else this.#believed(item, position, place);
  }

  #believed({ record: input, ref }: Believed, position: number, place: Place): void {
    const plain = input.type === 'activity' ? plainActivity(input) : undefined;
    if (plain) {
      const why = whyLeftOut(plain, this.#options.leftOut);
      if (why === undefined) this.#activity(plain, position, place);
      else this.#chunk.skip(why, undefined, place);
      return;
    }
    const believed = believe(input, this.#options.keep);
    if ('refusal' in believed) {
      this.#chunk.reject(believed.refusal, ref, place);
      return;
    }
    const { leftOut } = this.#options;
    const why = whyLeftOut(believed.record, leftOut);
    if (why !== undefined) {
      this.#chunk.skip(why, undefined, place);
      return;
    }
    const record = isLeftOut(leftOut) ? withhold(believed.record, leftOut) : believed.record;
    const meaning = meaningOf(record);
    const { course } = this.#options;
    const placed = record.course === undefined && course !== undefined ? { ...record, course } : record;
    const json = wellFormed(canonicalRecord(placed));
    const refusal = outOfBounds(record, meaning, json);
    if (refusal) this.#chunk.reject(refusal, ref, place);
    else if (record.type === 'activity') this.#activity(record, position, place);
    else this.#record(record, meaning, json, position, place);
  }

  #record(record: NotActivity, meaning: Meaning, json: string, position: number, place: Place): void {
    const { keyOf, course } = this.#options;
    const { persons, roster, parent, occurredAt } = meaning;
    for (const key of persons) if (key !== undefined) this.#person(key, roster === true);
    // A course record stands for itself: its key is the one that other records use.
    const courseKey = record.type === 'course' ? record.key : (record.course ?? course);
    this.#chunk.record.line(
      `${position}\t${record.type}\t${keyOf(record.type, this.#ledgerKey(record))}\t` +
        `${courseKey === undefined ? '\\N' : this.courses.of(courseKey)}\t` +
        `${parent?.key === undefined ? '\\N\t\\N' : `${parent.type}\t${keyOf(parent.type, parent.key)}`}\t` +
        `${cellText(occurredAt && canonicalInstant(occurredAt))}\t` +
        `${cellText(record.observedAt && canonicalInstant(record.observedAt))}\t` +
        `${digest(withoutObserved(json, record))}\t${record.deleted !== undefined}\t${cellText(json)}\t` +
        `${place.fileNo}\t${place.line}`,
    );
  }

  /**
   * Each connector of a source speaks for itself about a person: the user list knows addresses, an export of posts only
   * names. Were both one record, each load would take back what the other said.
   */
  #ledgerKey({ type, key }: NotActivity): string {
    return type === 'person' ? `${this.#options.connector}\0${key}` : key;
  }

  #activity(record: RecordOf<'activity'>, position: number, place: Place): void {
    const { keyOf, course } = this.#options;
    const key = activityKey(keyOf, record.key);
    if (record.deleted) {
      this.#chunk.voided.add(position, key, place.fileNo, place.line);
      return;
    }
    const at = canonicalInstant(record.at);
    const courseKey = record.course ?? course;
    const { object = '', objectType = '', session = '', durationSeconds = '', clicks = '', count } = record;
    // The source's own word for what was done, not ours: a better verb list must not make old rows look changed.
    const done = record.verbRaw ?? record.verb;
    const content = `${record.person}\0${done}\0${object}\0${objectType}\0${at}\0${session}\0${durationSeconds}\0${count}\0${clicks}`;
    this.#chunk.activity.line(
      `${position}\t${key}\t${courseKey === undefined ? '\\N' : this.courses.of(courseKey)}\t` +
        `${courseKey === undefined && session !== '' ? keyOf('session', session) : '\\N'}\t` +
        `${this.#person(record.person, false)}\t${at}\t${verbIds.get(record.verb)!}\t${cellText(record.objectType)}\t` +
        `${cellText(record.object)}\t${cellText(record.session)}\t${cellText(record.durationSeconds)}\t${count}\t` +
        `${cellText(record.clicks)}\t${shortDigest(content)}\t${place.fileNo}\t${place.line}`,
    );
  }

  #person(key: string, roster: boolean): number {
    const no = this.persons.of(key);
    if (roster && !this.#inRoster.has(no)) {
      this.#inRoster.add(no);
      this.#chunk.person.add(no, key, true);
    }
    return no;
  }
}

/** When a version was seen is not part of what it says. */
const withoutObserved = (json: string, record: CanonicalRecord): string =>
  record.observedAt === undefined ? json : canonicalJson({ ...JSON.parse(json), observedAt: undefined });

/** Half a surrogate pair is no character: Postgres refuses it, and with it the whole load. */
const wellFormed = (json: string): string =>
  json.includes('\\ud')
    ? json.replace(/(\\\\)|\\ud[89a-f][0-9a-f]{2}/g, (_half, escaped: string | undefined) => escaped ?? '\uFFFD')
    : json;
