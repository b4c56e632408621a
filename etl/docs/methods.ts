import { page } from './markdown.ts';
import { indicatorsPart } from './method-indicators.ts';
import { alertsPart } from './method-alerts.ts';
import { cohortsPart } from './method-cohorts.ts';
import { scoresPart } from './method-scores.ts';
import { tiesPart } from './method-ties.ts';

/** docs/reference/methods.md: every number Kith shows, with its formula, weights, limits, literature and pitfalls. */
export const methodsPage = (): string =>
  page(
    'Methods',
    'What Kith computes, from the definitions that it computes with. `kith explain <id>` says the same on a terminal.',
    tiesPart(),
    scoresPart(),
    alertsPart(),
    indicatorsPart(),
    cohortsPart(),
  );
