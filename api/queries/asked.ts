import type { ResponseOf } from '../contract/endpoint.ts';
import type { getEvidence } from '../contract/learner.ts';

export type Evidence = ResponseOf<typeof getEvidence>['evidence'];

export interface Asked {
  readonly courseId: number;
  readonly personId: number;
  readonly asOf: Date;
}
