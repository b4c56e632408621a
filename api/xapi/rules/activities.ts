import { listOf, objectOf, Refused, shape, word, type Rule } from './rule.ts';
import { extensions, iri, languageMap, text } from './values.ts';

const componentShape = shape({ id: text, description: languageMap }, ['id']);
const componentList = listOf(componentShape);

const components: Rule = (value) => {
  componentList(value);
  const ids = (value as readonly { readonly id: string }[]).map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw new Refused('names the same id twice');
};

/** Which lists of components belong to which kind of interaction. */
const componentsOf: Readonly<Record<string, readonly string[]>> = {
  'true-false': [],
  choice: ['choices'],
  'fill-in': [],
  'long-fill-in': [],
  matching: ['source', 'target'],
  performance: ['steps'],
  sequencing: ['choices'],
  likert: ['scale'],
  numeric: [],
  other: [],
};
const lists = ['choices', 'scale', 'source', 'target', 'steps'] as const;

const definitionShape = shape({
  name: languageMap,
  description: languageMap,
  type: iri,
  moreInfo: iri,
  extensions,
  interactionType: word(...Object.keys(componentsOf)),
  correctResponsesPattern: listOf(text),
  ...Object.fromEntries(lists.map((name) => [name, components])),
});

const definition: Rule = (value) => {
  definitionShape(value);
  const object = objectOf(value);
  const given = lists.filter((name) => Object.hasOwn(object, name));
  const { interactionType } = object as { readonly interactionType?: string };
  if (interactionType === undefined) {
    const first = Object.hasOwn(object, 'correctResponsesPattern') ? 'correctResponsesPattern' : given[0];
    if (first !== undefined) throw new Refused(`has "${first}" and no interactionType`);
    return;
  }
  const stray = given.find((name) => !componentsOf[interactionType]?.includes(name));
  if (stray !== undefined) throw new Refused(`has "${stray}", which does not belong to ${interactionType}`);
};

export const activity: Rule = shape({ objectType: word('Activity'), id: iri, definition }, ['id']);
