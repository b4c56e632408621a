import { componentSizes } from '../measures/components.ts';
import { coreNumber } from '../measures/k-core.ts';
import { distinctPeers } from '../measures/degree.ts';
import { percentile } from '../measures/percentile.ts';
import { defineIndicator } from '../indicator.ts';
import { ofSeen } from './reading/seen.ts';

export const connectionStatus = defineIndicator({
  of: 'learner',
  id: 'connection_status',
  title: 'Network position',
  question: 'Where does the learner stand in the network?',
  unit: 'state',
  range: [null, null],
  better: 'neither',
  needs: ['forum', 'live', 'group'],
  minimum: 'a source in which the learner can be seen',
  states: ['never_started', 'isolate', 'core', 'peripheral', 'connected'],
  sentence: 'Position in the network: {x}.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['show'],
  catalogue: 'S12',
  formula:
    "The first that holds: never seen in any source (unseen), no activity (never_started), no tie and effective peers under 0.5 (isolate), core number of at least 2 and the course's 75th percentile (core), one tie or a component of two (peripheral), else connected.",
  source: 'design; SNAPP (isolated students)',
  pitfalls: ['A word for a picture; the roster state, not this, says who needs a hand.'],
  version: 1,

  compute(snapshot) {
    const { network, signals, daysOf } = snapshot;
    const degrees = distinctPeers(network);
    const sizes = componentSizes(network);
    const cores = coreNumber(network);
    const high = Math.max(2, percentile(cores, 0.75));
    return ofSeen(snapshot, ['forum', 'live', 'group'], (node, person) => {
      if (daysOf(person).length === 0) return 'never_started';
      if (degrees[node] === 0 && (signals[node]!.effectivePeers ?? 0) < 0.5) return 'isolate';
      if (cores[node]! >= high) return 'core';
      return degrees[node]! <= 1 || sizes[node]! <= 2 ? 'peripheral' : 'connected';
    });
  },
});
