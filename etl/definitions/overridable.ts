import { type z } from 'zod';
import { communityHealth, HealthDefinition } from '../health/definition.ts';
import { courseIndicators } from '../indicators/index.ts';
import { AlertRule, alertRule } from '../score/alerts.ts';
import { ScoreDefinition } from '../score/definition.ts';
import { isolation } from '../score/isolation.ts';
import { presenceSignal } from '../score/presence-signal.ts';

/** Everything that decides what the numbers of one week mean. */
export interface InForce {
  readonly isolation: ScoreDefinition;
  readonly presence_signal: ScoreDefinition;
  readonly community_health: HealthDefinition;
  readonly alerts: AlertRule;
}

export type DefinitionId = keyof InForce;

export const shipped: InForce = {
  isolation,
  presence_signal: presenceSignal,
  community_health: communityHealth,
  alerts: alertRule,
};

export const definitionIds = Object.keys(shipped) as DefinitionId[];

/** Versions from here on are an institution's own; below it they come with Kith. */
export const firstOwnVersion = 1001;

const healthIndicators = new Set(courseIndicators.filter(({ roles }) => roles.includes('health')).map(({ id }) => id));
const sumOf = (weights: Iterable<number>): number => [...weights].reduce((sum, weight) => sum + weight, 0);
const isHundred = (weights: Iterable<number>): boolean => Math.abs(sumOf(weights) - 100) < 1e-9;

/** A score whose weights sum to 100, so that coverage is a share of 100 points. */
const Score = (id: 'isolation' | 'presence_signal') =>
  ScoreDefinition.refine((score) => score.id === id, `It must be called ${id}.`)
    .refine(({ weights }) => isHundred(Object.values(weights)), 'The weights must sum to 100.')
    .refine(
      ({ weights }) => Object.keys(weights).sort().join() === Object.keys(shipped[id].weights).sort().join(),
      'Every component keeps a weight; none is added.',
    );

/** What an institution may say of its own, checked as strictly as what comes with Kith. */
export const schemas: { readonly [Id in DefinitionId]: z.ZodType<InForce[Id]> } = {
  isolation: Score('isolation'),
  presence_signal: Score('presence_signal'),
  community_health: HealthDefinition.refine(
    ({ themes }) => isHundred(Object.values(themes).map(({ weight }) => weight)),
    'The weights of the themes must sum to 100.',
  )
    .refine(({ themes }) => {
      const own = sumOf(
        Object.values(themes).flatMap(({ indicators }) => Object.values(indicators).map(({ weight }) => weight)),
      );
      return own >= 100 && own <= 110;
    }, 'The weights of the indicators must sum to 100, or up to 110 with those that are not tracked everywhere.')
    .refine(
      ({ themes }) =>
        Object.values(themes)
          .flatMap(({ indicators }) => Object.values(indicators).flatMap(({ from }) => from))
          .every((id) => healthIndicators.has(id)),
      'An indicator that is for display only, or unknown, cannot be part of the index.',
    ),
  alerts: AlertRule,
};
