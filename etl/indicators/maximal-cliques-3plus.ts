import { maximalCliques } from '../measures/cliques.ts';
import { defineIndicator } from '../indicator.ts';
import { hasTalk } from './reading/seen.ts';

export const maximalCliques3plus = defineIndicator({
  of: 'course',
  id: 'maximal_cliques_3plus',
  title: 'Circles of acquaintance',
  question: 'How many largest groups of three or more all know each other?',
  unit: 'groups',
  range: [0, null],
  better: 'neither',
  needs: ['forum'],
  minimum: '8 learners, a roster and a forum',

  sentence: '{x} groups of three or more all know each other.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['show'],
  catalogue: 'C10',
  formula: 'Number of groups of 3 or more in which everybody is tied to everybody and to which nobody can be added.',
  source: 'Bron & Kerbosch (1973)',
  pitfalls: ['Groups overlap: one person may be in many.'],
  version: 1,

  pool(snapshot) {
    if (!hasTalk(snapshot) || snapshot.people.length < 8) return null;
    const cliques = maximalCliques(snapshot.network, 3);
    return cliques === null ? { uncounted: 1 } : { cliques };
  },
  /** A network with more than can be counted makes the sum unknown, not smaller. */
  value: ({ cliques = 0, uncounted = 0 }) => (uncounted > 0 ? null : cliques),
});
