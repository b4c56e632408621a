import { accessShare } from './access-share.ts';
import { connectedShare } from './connected-share.ts';
import { dataCoverage } from './data-coverage.ts';
import { density } from './density.ts';
import { giantComponentShare } from './giant-component-share.ts';
import { isolatesShare } from './isolates-share.ts';
import { participationGini } from './participation-gini.ts';
import { reciprocity } from './reciprocity.ts';
import { voicesShare } from './voices-share.ts';
import type { Indicator } from '../indicator.ts';

/** Every indicator, in alphabetical order: the order of the methods page and of exports. */
export const indicators = [
  accessShare,
  connectedShare,
  dataCoverage,
  density,
  giantComponentShare,
  isolatesShare,
  participationGini,
  reciprocity,
  voicesShare,
] as const satisfies readonly Indicator[];

export type IndicatorId = (typeof indicators)[number]['id'];
