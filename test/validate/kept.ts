import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Result } from '@kith/etl/backtest/backtest.ts';
import type { FaultCut } from '@kith/etl/backtest/course-faults.ts';
import type { FairnessCheck } from '@kith/etl/backtest/metrics/fairness.ts';
import type { PlantedFigures } from '@kith/etl/backtest/planted-figures.ts';

/** One part of a validation, and the day and seed of its run. */
export interface Part<Figures> {
  readonly on: string;
  readonly seed?: number;
  readonly figures: Figures;
}

/** The runs that docs/validation.md is made of. A part that was never run is not there. */
export interface Kept {
  readonly 'planted-truth'?: readonly Part<PlantedFigures>[];
  readonly 'held-out'?: Part<PlantedFigures>;
  readonly 'course-faults'?: readonly Part<readonly FaultCut[]>[];
  readonly 'night-sessions'?: Part<{ readonly at30: FairnessCheck; readonly at45: FairnessCheck }>;
  readonly dlt1?: Part<readonly Result[]>;
  readonly oulad?: Part<readonly Result[]>;
}

const docs = path.resolve(import.meta.dirname, '../../docs');
export const keptFile = path.join(docs, 'validation.json');
export const pageFile = path.join(docs, 'validation.md');

export const kept = (): Kept => JSON.parse(readFileSync(keptFile, 'utf8')) as Kept;
