import {
  type Context,
  type Detection,
  type Extracted,
  type FileHead,
  type SourceFile,
  type SourceInput,
  UnreadableFile,
} from '../connector.ts';
import { headText } from './encoding.ts';
import { Fields, isObject } from './fields.ts';
import { jsonItems } from './json.ts';
import { type JsonItem, parseItem } from './json-item.ts';
import { itemsOf, LookAhead, type Shape, shapeFor, unknownNames } from './shape.ts';
import { unknownInParts } from './shape-parts.ts';
import { refuseUnknown } from './surprise.ts';

/** What the JSON files of one source are made of. */
export interface ItemSource<Batch> {
  readonly shapes: readonly Shape<Batch>[];
  /** Members of an answer that hold items: `students`, `value`. */
  readonly lists: readonly string[];
  /** Members of an answer that say nothing of anybody: page tokens and the like. */
  readonly asides: readonly string[];
  /** An item that is almost JSON, as JSON. Only a broken item is given to it. */
  readonly mend?: (raw: string) => string;
}

interface Found {
  readonly line: number;
  readonly shape: Shape<never> | undefined;
  readonly value: Readonly<Record<string, unknown>>;
  /** The list of the answer it stands in. */
  readonly list?: string | undefined;
  /** Members of an answer that are neither lists nor asides. */
  readonly unknown: readonly string[];
}

/**
 * Reads items wherever they stand: one per line, in a list, or in the answer of an API. Items of no known kind and
 * lists of an unknown name are rejects that name them. Throws UnreadableFile UNKNOWN_FIELD where an item has a member
 * nobody knows, BROKEN_JSON or UNKNOWN_LAYOUT where nothing of a file is known.
 */
export async function* readItems<Batch>(
  source: ItemSource<Batch>,
  input: SourceInput,
  context: Pick<Context, 'options'>,
  batch: Batch,
): AsyncGenerator<Extracted> {
  const ahead = new LookAhead();
  if (source.shapes.some(({ index }) => index)) await indexAll(source, input, batch, ahead);
  for (const file of input.files) {
    let known = 0;
    let count = 0;
    const surprises: Extracted[] = [];
    for await (const item of mendedItems(file, source)) {
      const ref = { file: file.name, line: item.line };
      if (item.broken !== undefined) {
        surprises.push({ reject: { code: 'BAD_JSON', message: `The item ${item.broken}.` }, ref });
      } else {
        for (const found of itemsIn(source, item.value, item.line)) {
          const place = `${++count} ${file.name}`;
          const { shape, value, list, unknown } = found as Found & { shape: Shape<Batch> | undefined };
          if (!shape && unknown.length === 0) known++;
          if (!shape) surprises.push(...unknown.map((name) => unknownSection(name, ref)));
          if (!shape) continue;
          if (known++ === 0) yield* surprises.splice(0);
          refuseUnknown(
            [...unknownNames(shape, Object.keys(value)), ...unknownInParts(shape, value)],
            shape,
            ref,
            context,
          );
          yield* itemsOf(
            () => {
              ahead.refuse(place);
              return shape.read(Fields.of(value), batch, file.name, list);
            },
            ref,
            () => withoutHidden(shape, value),
          );
        }
      }
      if (known > 0) yield* surprises.splice(0);
    }
    if (known === 0) refuseFile(file.name, surprises);
  }
}

async function* mendedItems<Batch>(file: SourceFile, { mend }: ItemSource<Batch>): AsyncGenerator<JsonItem> {
  for await (const item of jsonItems(file)) {
    yield item.broken === undefined || mend === undefined ? item : parseItem(item.line, mend(item.raw));
  }
}

/** Known by the names of its members, wherever in the head they stand; of two kinds that fit, the one that knows the rest too. */
export function detectItem<Batch>(source: ItemSource<Batch>, { bytes }: FileHead): Detection | undefined {
  const text = headText(bytes);
  if (!/^[\s\ufeff]*[[{]/.test(text)) return undefined;
  const names = new Set(text.matchAll(/"([\w@$. -]+)"\s*:/g).map(([, name = '']) => name));
  const shape = shapeFor(source.shapes, (name) => names.has(name));
  if (!shape) return undefined;
  const known = namesOf(source);
  const strange = [...names].filter((name) => !known.has(name)).length / names.size;
  const confidence = Math.min(0.95, 0.7 + shape.needs.length / 20) - Math.ceil(strange * 4) / 100;
  return { variant: shape.variant, confidence: Math.round(confidence * 100) / 100, problems: [] };
}

/** Every name that a source knows, of items and of what stands around them. */
function namesOf<Batch>({ shapes, lists, asides }: ItemSource<Batch>): ReadonlySet<string> {
  const ofShapes = shapes.flatMap(({ needs, takes, hides, parts }) => [
    ...[...needs, ...takes, ...hides, ...Object.keys(parts)],
    ...Object.values(parts).flat(),
  ]);
  return new Set([...ofShapes, ...lists, ...asides]);
}

async function indexAll<Batch>(
  source: ItemSource<Batch>,
  { files }: SourceInput,
  batch: Batch,
  ahead: LookAhead,
): Promise<void> {
  for (const file of files) {
    let count = 0;
    for await (const item of mendedItems(file, source)) {
      if (item.broken !== undefined) continue;
      for (const { shape, value } of itemsIn(source, item.value, item.line)) {
        const known = shape as Shape<Batch> | undefined;
        ahead.look(`${++count} ${file.name}`, () => known?.index?.(Fields.of(value), batch));
      }
    }
  }
}

function* itemsIn<Batch>(source: ItemSource<Batch>, value: unknown, line: number, list?: string): Generator<Found> {
  if (Array.isArray(value)) {
    for (const inner of value as unknown[]) yield* itemsIn(source, inner, line, list);
  } else if (isObject(value)) {
    const shape = shapeFor(source.shapes, (name) => Object.hasOwn(value, name)) as Shape<never> | undefined;
    if (shape) yield { line, shape, value, list, unknown: [] };
    else yield* answerIn(source, value, line);
  } else yield { line, shape: undefined, value: {}, unknown: ['a value that is no object'] };
}

function* answerIn<Batch>(
  source: ItemSource<Batch>,
  answer: Readonly<Record<string, unknown>>,
  line: number,
): Generator<Found> {
  const names = Object.keys(answer);
  const unknown = names.filter((name) => !source.lists.includes(name) && !source.asides.includes(name));
  yield { line, shape: undefined, value: {}, unknown };
  for (const name of names) if (source.lists.includes(name)) yield* itemsIn(source, answer[name] ?? [], line, name);
}

function unknownSection(name: string, ref: Extracted['ref']): Extracted {
  const message = `"${name.slice(0, 80)}" is no item and no list that Kith knows in this export. It was not read.`;
  return { reject: { code: 'UNKNOWN_SECTION', field: name.slice(0, 80), message }, ref };
}

function refuseFile(file: string, surprises: readonly Extracted[]): void {
  const [first] = surprises;
  if (!first || !('reject' in first)) return;
  if (first.reject.code === 'BAD_JSON') {
    throw new UnreadableFile('BROKEN_JSON', file, first.reject.message, 'Export the file again.', first.ref.line);
  }
  const names = surprises.flatMap((item) => ('reject' in item ? (item.reject.field ?? []) : [])).slice(0, 12);
  const hint = `Found: ${names.join(', ')}. Ask "kith detect" which connector reads it.`;
  throw new UnreadableFile('UNKNOWN_LAYOUT', file, 'The file holds nothing that this connector knows.', hint, 1);
}

function withoutHidden<Batch>({ hides }: Shape<Batch>, value: object): string {
  return JSON.stringify(value, (name, inner: unknown) => (hides.includes(name) ? undefined : inner));
}
