import { rawBand } from './bands.ts';
import { componentSources } from './component-sources.ts';
import { components } from './components.ts';
import { confidenceOf } from './confidence.ts';
import type { ScoreDefinition } from './definition.ts';
import type { Observed } from './observed.ts';
import { changeFor, reasonsFor, type Part } from './reasons.ts';
import type { Reference } from './reference-group.ts';
import type { ByComponent, ComponentId, Hidden, LearnerSignals, LearnerState, LearnerWeek } from './types.ts';

/** A learner nobody may or can look at: nothing is known, and nothing is said about what is hidden either. */
export function unscored(learner: LearnerSignals, state: LearnerState, definition: ScoreDefinition): LearnerWeek {
  return {
    learnerId: learner.learnerId,
    kind: definition.id,
    definition: { id: definition.id, version: definition.version },
    state,
    ...nothingSaid,
    values: {},
    usual: {},
    coverage: null,
    confidence: null,
    comparedWith: null,
    hidden: [],
  };
}

/**
 * One learner's week: every component as a concern, weighted, the weights of what cannot be known shared out among
 * the rest. score = 100 * sum(w c) / sum(w), over the known components, so that contributions sum to it.
 */
export function learnerWeek(
  learner: LearnerSignals,
  observed: Observed,
  reference: Reference,
  definition: ScoreDefinition,
): LearnerWeek {
  const weights = Object.entries(definition.weights) as [ComponentId, number][];
  const all = weights.map(([component, weight]) => ({
    component,
    weight,
    measured: components[component](observed, reference, definition),
  }));
  const whole = weights.reduce((sum, [, weight]) => sum + weight, 0);
  const known = all.reduce((sum, { measured, weight }) => sum + (measured === null ? 0 : weight), 0);
  const coverage = known / whole;

  const parts = all.flatMap(({ component, measured, weight }): Part[] =>
    measured === null ? [] : [{ component, measured, contribution: (100 * weight * measured.concern) / known }],
  );
  const enough = coverage >= definition.minCoverage && learner.weeksObserved >= definition.minWeeks && known > 0;
  const { confidence, level } = confidenceOf(coverage, learner.weeksObserved, reference, definition);
  const { basis, learners } = reference;
  return {
    ...unscored(learner, enough ? 'scored' : 'not_enough_data', definition),
    ...(enough && scored(parts, all, observed, reference, definition)),
    values: byComponent(all, ({ measured }) => measured?.value ?? null),
    usual: byComponent(all, ({ measured }) => measured?.usual?.value ?? null),
    coverage,
    confidence,
    confidenceLevel: enough ? level : null,
    comparedWith: { basis, learners },
    hidden: all.flatMap(({ component, measured, weight }) =>
      measured === null ? [hiddenPart(component, weight, learner)] : [],
    ),
  };
}

const nothingSaid = {
  score: null,
  rawBand: null,
  concerns: {},
  contributions: {},
  confidenceLevel: null,
  reasons: [],
  wouldChange: null,
} as const;

function scored(
  parts: readonly Part[],
  all: readonly { readonly component: ComponentId }[],
  observed: Observed,
  reference: Reference,
  definition: ScoreDefinition,
): Partial<LearnerWeek> {
  // A full score is a sum of thirds and the like, and may come out a hair above 100.
  const score = Math.min(
    100,
    parts.reduce((sum, { contribution }) => sum + contribution, 0),
  );
  const reasons = reasonsFor(parts, observed, reference);
  const part = (component: ComponentId): Part | undefined => parts.find((one) => one.component === component);
  return {
    score,
    rawBand: rawBand(score, definition.bands.enter),
    concerns: byComponent(all, ({ component }) => part(component)?.measured.concern ?? null),
    contributions: byComponent(all, ({ component }) => part(component)?.contribution ?? null),
    reasons,
    wouldChange: changeFor(reasons, definition),
  };
}

function byComponent<Row extends { readonly component: ComponentId }>(
  rows: readonly Row[],
  value: (row: Row) => number | null,
): ByComponent {
  return Object.fromEntries(rows.map((row) => [row.component, value(row)]));
}

function hiddenPart(component: ComponentId, weight: number, { visibility }: LearnerSignals): Hidden {
  return {
    component,
    weight,
    sources: componentSources[component].map((source) => ({ source, visibility: visibility[source] })),
  };
}
