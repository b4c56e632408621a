import { defineIndicator } from '../indicator.ts';

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
  source: 'C01: score under 30 among learners with coverage of at least a half',
  pitfalls: ['Speaks only of those who can be seen: read it beside the coverage.'],
  version: 1,

  compute({ scores, coverage }) {
    const seen = scores.filter((score, learner) => score !== null && (coverage[learner] ?? 0) >= 0.5);
    return seen.length >= 8 ? seen.filter((score) => score! < 30).length / seen.length : null;
  },
});
