import { z } from 'zod';
import { objectIris, type ObjectWord } from './objects.ts';
import type { Statement } from './statement.ts';
import { verbIris, type VerbWord } from './verbs.ts';

const iris = z.array(z.string().min(1));

/**
 * An operator's own IRIs for the verbs and things we know, said with `--map`:
 *
 *     verbs:
 *       replied: [https://lms.x.edu/verbs/answered-a-post]
 *     objects:
 *       forum_post: [https://lms.x.edu/types/entry]
 */
export const OwnWords = z.strictObject({
  verbs: z.partialRecord(z.enum(Object.keys(verbIris) as VerbWord[]), iris).default({}),
  objects: z.partialRecord(z.enum(Object.keys(objectIris) as ObjectWord[]), iris).default({}),
});

/** Rewrites an operator's IRIs into the ones our tables know, so that nothing behind the door has to know of them. */
export function ownWords(map: unknown): (statement: Statement) => Statement {
  if (map === undefined) return (statement) => statement;
  const { verbs, objects } = OwnWords.parse(map);
  const verbOf = translation(verbs, verbIris);
  const typeOf = translation(objects, objectIris);
  const typed = <Of extends { definition?: { type?: string | undefined } | undefined }>(thing: Of): Of => {
    const type = thing.definition?.type;
    const known = type === undefined ? undefined : typeOf.get(type);
    return known === undefined ? thing : { ...thing, definition: { ...thing.definition, type: known } };
  };
  return (statement) => {
    const { verb, object, context } = statement;
    const around = context?.contextActivities;
    const activities = around && {
      ...around,
      parent: around.parent?.map(typed),
      grouping: around.grouping?.map(typed),
    };
    return {
      ...statement,
      verb: { ...verb, id: verbOf.get(verb.id) ?? verb.id },
      object: typed(object),
      context: context && { ...context, contextActivities: activities },
    };
  };
}

function translation(
  own: Readonly<Partial<Record<string, readonly string[]>>>,
  known: Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(own).flatMap(([word, theirs = []]) => theirs.map((iri) => [iri, known[word]?.[0] ?? iri] as const)),
  );
}
