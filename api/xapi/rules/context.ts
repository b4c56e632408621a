import { activity } from './activities.ts';
import { actor, agent, group } from './actors.ts';
import type { Edition } from './instants.ts';
import { listOf, oneOrMore, shape, word, type Rule } from './rule.ts';
import { extensions, iri, languageTag, text, uuid } from './values.ts';

const kinds = ['parent', 'grouping', 'category', 'other'] as const;
const relevantTypes = listOf(iri, 1);

const common = {
  registration: uuid,
  instructor: actor,
  team: group,
  contextActivities: shape(Object.fromEntries(kinds.map((kind) => [kind, oneOrMore(activity)]))),
  revision: text,
  platform: text,
  language: languageTag,
  statement: shape({ objectType: word('StatementRef'), id: uuid }, ['objectType', 'id']),
  extensions,
};

const since20 = {
  contextAgents: listOf(shape({ objectType: word('contextAgent'), agent, relevantTypes }, ['objectType', 'agent'])),
  contextGroups: listOf(shape({ objectType: word('contextGroup'), group, relevantTypes }, ['objectType', 'group'])),
};

const editions: Readonly<Record<Edition, Rule>> = { '1.0': shape(common), '2.0': shape({ ...common, ...since20 }) };

export const context = (edition: Edition): Rule => editions[edition];
