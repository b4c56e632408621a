import { mendable } from '../../extract/xapi/mendable.ts';
import { objectWord } from '../../extract/xapi/objects.ts';
import { verbWord } from '../../extract/xapi/verbs.ts';
import { proseOf, type Prose } from '../../formats/prose.ts';

type Part = Readonly<Record<string, unknown>>;

export interface WithoutWriting {
  readonly statement: Part;
  /** Measures of the text that is gone; undefined: there was none that facts count. */
  readonly prose: Prose | undefined;
}

/** Who a message was for: the act counts, not the addressee. */
const addressee = 'https://yetanalytics.com/profiles/prepositions/concepts/context-extensions/to';
const devices = /ip-address|user-agent|mac_addr/i;

/**
 * A statement without what somebody wrote: responses, bodies of posts and messages, the addressee of a message, and the
 * traces of a device. The statement must have passed the rules of xAPI; it is left as it is.
 */
export function withoutWriting(statement: Part): WithoutWriting {
  const object = statement.object as Part;
  const text = writtenIn(statement);
  return {
    statement: {
      ...cleaned(statement),
      ...(object.objectType === 'SubStatement' && { object: cleaned(object) }),
    },
    prose: text === undefined ? undefined : proseOf(text),
  };
}

/** The structure of a statement that was refused, for the quarantine. Null: it is too large or too deep to be kept. */
export function structureOf(statement: unknown): string | null {
  try {
    const structure = mendable(statement);
    return structure.length > largestStructure ? null : structure;
  } catch (error) {
    if (error instanceof RangeError) return null; // deeper than the call stack: nobody sent that in earnest
    throw error;
  }
}

const largestStructure = 50_000;

/** As the xAPI connector measures posts: the response, else the description of a reply. */
function writtenIn({ result, object }: Part): string | undefined {
  const { response } = (result ?? {}) as Part;
  if (typeof response === 'string') return response;
  const { type, description } = definitionOf(object);
  if (objectWord(type) !== 'forum_post' || description === undefined) return undefined;
  return Object.values(description)[0];
}

function cleaned(statement: Part): Part {
  const { result, object, context, verb } = statement as Readonly<Record<string, Part | undefined>>;
  const sent = verbWord(String(verb?.id)) === 'sent';
  return {
    ...statement,
    ...(object && { object: withoutBody(object) }),
    ...(result && { result: withoutDevices(without(result, 'response')) }),
    ...(context && { context: withoutDevices(context, sent) }),
  };
}

/** A post keeps its title; of a message the subject goes as well. */
function withoutBody(object: Part): Part {
  const { definition } = object as { readonly definition?: Part };
  if (definition === undefined) return object;
  const word = objectWord(definition.type as string | undefined);
  const message = word === 'message' || word === 'chat_message';
  if (!message && word !== 'forum_post' && word !== 'discussion')
    return { ...object, definition: withoutDevices(definition) };
  const kept = without(definition, 'description');
  return { ...object, definition: withoutDevices(message ? without(kept, 'name') : kept) };
}

function withoutDevices(part: Part, sent = false): Part {
  const { extensions } = part as { readonly extensions?: Part };
  if (extensions === undefined) return part;
  const gone = Object.keys(extensions).filter((key) => devices.test(key) || (sent && key === addressee));
  return gone.length === 0 ? part : { ...part, extensions: without(extensions, ...gone) };
}

function without(part: Part, ...names: readonly string[]): Part {
  if (!names.some((name) => Object.hasOwn(part, name))) return part;
  return Object.fromEntries(Object.entries(part).filter(([name]) => !names.includes(name)));
}

function definitionOf(object: unknown): {
  readonly type?: string;
  readonly description?: Readonly<Record<string, string>>;
} {
  return (object as Part).definition ?? {};
}
