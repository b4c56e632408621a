import { defineIndicator, type CourseSnapshot } from '../indicator.ts';
import { asShare } from './reading/as-share.ts';
import { ofNodes, type Share } from './reading/share.ts';

const parts = (snapshot: CourseSnapshot): Share | null => {
  const { scores, coverage, people } = snapshot;
  const seen = (node: number): boolean => scores[node] !== null && (coverage[node] ?? 0) >= 0.5;
  return ofNodes(
    people.length,
    (node) => Number(seen(node)),
    (node) => seen(node) && scores[node]! < 30,
  );
};

export const connectedShare = defineIndicator({
  of: 'course',
  id: 'connected_share',
  title: 'Connected',
  question: 'What share of those who can be seen is connected?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['forum', 'live', 'group'],
  minimum: '8 learners with a score',

  sentence: '{x} of those Kith can see are connected.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['health'],
  catalogue: 'C01',
  formula: 'Learners with an isolation score under 30 / learners with a score and coverage of at least 0.5.',
  source: 'design: degree-type contact is what replicates, Saqr et al. (2022)',
  pitfalls: ['Speaks only of those who can be seen: read it beside the coverage.'],
  version: 1,

  ...asShare(parts, 8),
});
