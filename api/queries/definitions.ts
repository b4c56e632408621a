import { connectors } from '@kith/etl/extract/index.ts';
import { indicators } from '@kith/etl/indicators/index.ts';
import { componentAbouts } from '@kith/etl/score/about.ts';
import { ties } from '@kith/etl/ties/index.ts';
import type { listDefinitions } from '../contract/definitions.ts';
import type { ResponseOf } from '../contract/endpoint.ts';

type Definition = ResponseOf<typeof listDefinitions>[number];

/** Every number Kith shows, from the registries: what they do not say, the page does not say. */
export const definitions = (): Definition[] => [...ofComponents(), ...ofIndicators(), ...ofTies(), ...ofConnectors()];

/** The formula of one component of the score, in words. */
export const formulaOf = (component: string): string =>
  componentAbouts.find((about) => about.id === component)?.formula ?? '';

const ofComponents = (): Definition[] =>
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

const ofIndicators = (): Definition[] =>
  indicators.map((indicator) => ({
    id: indicator.id,
    family: 'indicator',
    title: indicator.title,
    question: indicator.question,
    unit: indicator.unit,
    formula: indicator.source,
    sentence: indicator.sentence,
    needs: [...indicator.needs],
    minimum: indicator.minimum,
    source: indicator.source,
    pitfalls: indicator.pitfalls.join(' '),
    role: indicator.roles.join(', '),
    weight: null,
    version: indicator.version,
  }));

const ofTies = (): Definition[] =>
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

const ofConnectors = (): Definition[] =>
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
