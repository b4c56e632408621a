import type { Measured } from './components.ts';
import type { ScoreDefinition } from './definition.ts';
import type { Observed } from './observed.ts';
import type { Reference } from './reference-group.ts';
import type { Change, ComponentId, Reason } from './types.ts';

/** A component that could be known, with the points it adds. */
export interface Part {
  readonly component: ComponentId;
  readonly measured: Measured;
  readonly contribution: number;
}

/** What adds to the score, most points first; equal points in the order of the definition. Numbers, not prose. */
export function reasonsFor(parts: readonly Part[], observed: Observed, reference: Reference): readonly Reason[] {
  return parts
    .filter(({ contribution }) => contribution > 0)
    .sort((one, other) => other.contribution - one.contribution)
    .map(({ component, contribution, measured: { concern, value, usual } }) => ({
      component,
      concern,
      contribution,
      learnerValue: value,
      usualValue: usual?.value ?? null,
      usualBasis: usual?.basis ?? null,
      messageKey: `reason.${component}`,
      params: {
        value,
        ...(usual && { usual: usual.value }),
        // A median is quoted only where one was measured.
        ...(typeof usual?.median === 'number' && { median: usual.median }),
        ...countsBehind(component, observed, reference),
      },
    }));
}

/** The first reason, turned round: what it would take to reach the usual there, and the score then. */
export function changeFor(reasons: readonly Reason[], definition: ScoreDefinition): Change | null {
  const [first, ...others] = reasons;
  if (first === undefined) return null;
  return {
    component: first.component,
    scoreThen: others.reduce((sum, { contribution }) => sum + contribution, 0),
    messageKey: `change.${first.component}`,
    params: { ...first.params, missing: missing(first, definition) },
  };
}

function countsBehind(
  component: ComponentId,
  { posts, rhythm }: Observed,
  { answered, presenceFactor }: Reference,
): Readonly<Record<string, number>> {
  if (component === 'being_answered' && posts !== null) return { ...posts, mu: answered.mu };
  if (component === 'decline' && rhythm !== null) return { ...rhythm, presenceFactor };
  return {};
}

/** How much is missing to the usual, in the component's unit; for posts, how many more answers. 0 where no usual is. */
function missing({ component, learnerValue, usualValue, params }: Reason, definition: ScoreDefinition): number {
  if (usualValue === null) return 0;
  const gap = usualValue - learnerValue;
  if (component !== 'being_answered') return gap;
  // S08 is (k + prior mu) / (q + prior): one answer more adds 1 / (q + prior).
  const { answered = 0, answerable = 0 } = params;
  const answers = Math.ceil(gap * (answerable + definition.beingAnswered.priorPosts) - 1e-9);
  return Math.min(answers, answerable - answered);
}
