import { defineIndicator, type CourseSnapshot } from '../indicator.ts';
import { asShare } from './reading/as-share.ts';
import { ofNodes, type Share } from './reading/share.ts';
import { dayMs } from './reading/answers.ts';
import { sociallyActive } from './reading/socially-active.ts';

const parts = (snapshot: CourseSnapshot): Share | null => {
  const { asOf, people } = snapshot;
  const before = sociallyActive(snapshot, asOf - 28 * dayMs, asOf - 14 * dayMs);
  const now = sociallyActive(snapshot, asOf - 14 * dayMs, asOf);
  return ofNodes(
    people.length,
    (node) => Number(before.has(people[node]!)),
    (node) => before.has(people[node]!) && now.has(people[node]!),
  );
};

export const retentionActive = defineIndicator({
  of: 'course',
  id: 'retention_active',
  title: 'Stayed with us',
  question: 'Of those socially active a fortnight ago, who still is?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['forum', 'live'],
  minimum: '10 learners active the fortnight before',

  sentence: '{x} of the socially active stayed active.',
  themes: ['VC'],
  constructs: ['Af'],
  roles: ['health'],
  catalogue: 'C12',
  formula:
    'Learners who posted or came to a session both in the last 14 days and in the 14 before / those who did in the 14 before.',
  source: 'design',
  pitfalls: ['A holiday looks like leaving.'],
  version: 1,

  ...asShare(parts, 10),
});
