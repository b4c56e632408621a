import { connectors } from '@kith/etl/extract/index.ts';
import { indicators } from '@kith/etl/indicators/index.ts';
import { componentAbouts } from '@kith/etl/score/about.ts';
import { ties } from '@kith/etl/ties/index.ts';
import type { listDefinitions } from '../contract/definitions.ts';
import type { ResponseOf } from '../contract/endpoint.ts';
import { scoreDefinitions } from './score-definitions.ts';

type Definition = ResponseOf<typeof listDefinitions>[number];
type Words = Omit<Definition, 'changesWith' | 'spoken'>;

/** Every number Kith shows, from the registries: what they do not say, the page does not say. */
export const definitions = (): Definition[] =>
  [...scoreDefinitions, ...ofComponents(), ...ofIndicators(), ...ofTies(), ...ofConnectors()].map((one) => ({
    ...one,
    changesWith: changesWith(one),
    spoken: ['title', 'question', 'sentence', 'minimum', 'pitfalls', 'changesWith'],
  }));

const traces: Readonly<Record<string, string>> = {
  forum: 'posts and replies',
  live: 'attendance of sessions',
  group: 'work in groups',
  activity: 'traces of being here',
  feedback: 'feedback',
  survey: 'answers to the pulse',
  mentor: 'logged mentor meetings',
};

/** What would make it another number: the traces it is read from, who is enrolled, and a new version of its meaning. */
function changesWith({ needs, family }: Words): string {
  if (family === 'connector') return 'New exports of the source.';
  const read = needs.flatMap((source) => traces[source] ?? []);
  const lead = read.length === 0 ? 'New traces' : `New, late or removed ${read.join(', ')}`;
  return `${lead}; who is enrolled; a new version of this definition.`;
}

/** The formula of one component of the score, in words. */
export const formulaOf = (component: string): string =>
  componentAbouts.find((about) => about.id === component)?.formula ?? '';

const ofComponents = (): Words[] =>
  componentAbouts.map((about) => ({
    id: about.id,
    family: 'component',
    title: about.title,
    question: about.question,
    unit: about.unit,
    formula: about.formula,
    sentence: null,
    needs: [...about.needs],
    minimum: about.minimum,
    source: about.source,
    pitfalls: about.pitfalls,
    role: 'score',
    weight: about.weight,
    version: about.version,
  }));

const ofIndicators = (): Words[] =>
  indicators.map((indicator) => ({
    id: indicator.id,
    family: 'indicator',
    title: indicator.title,
    question: indicator.question,
    unit: indicator.unit,
    formula: indicator.formula,
    sentence: indicator.sentence,
    needs: [...indicator.needs],
    minimum: indicator.minimum,
    source: indicator.source,
    pitfalls: indicator.pitfalls.join(' '),
    role: indicator.roles.join(', '),
    weight: null,
    version: indicator.version,
  }));

const ofTies = (): Words[] =>
  ties.map((tie) => ({
    id: tie.kind,
    family: 'tie',
    title: tie.title,
    question: tie.question,
    unit: tie.unit,
    formula: `${String(tie.weight.base)} per ${tie.weight.per}${'limit' in tie.weight ? `; ${tie.weight.limit}` : ''}. Halves every 14 days, gone after 42.`,
    sentence: null,
    needs: [],
    minimum: null,
    source: tie.source,
    pitfalls: null,
    role: tie.layer,
    weight: tie.weight.base,
    version: 1,
  }));

const ofConnectors = (): Words[] =>
  connectors.map((connector) => ({
    id: connector.id,
    family: 'connector',
    title: connector.title,
    question: connector.about.howToExport,
    unit: '',
    formula: connector.about.gives.join(', '),
    sentence: null,
    needs: [],
    minimum: null,
    source: `Verified on: ${connector.about.verifiedOn}`,
    pitfalls: connector.about.cannotGive.join('; '),
    role: null,
    weight: null,
    version: 1,
  }));
