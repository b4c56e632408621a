import { defineIndicator, type CourseSnapshot } from '../indicator.ts';
import { asShare } from './reading/as-share.ts';
import { ofAuthors, type Share } from './reading/share.ts';
import { dayMs } from './reading/answers.ts';

const parts = (snapshot: CourseSnapshot): Share | null => {
  const { writing, asOf, nodeOf } = snapshot;
  const firsts = writing.filter(
    ({ firstOfAuthor, at, author }) => firstOfAuthor && nodeOf.has(author) && asOf - at >= 28 * dayMs,
  );
  const byAuthor = Map.groupBy(writing, ({ author }) => author);
  return ofAuthors(snapshot, firsts, ({ author, at, postId }) =>
    byAuthor.get(author)!.some((post) => post.postId !== postId && post.at - at <= 28 * dayMs),
  );
};

export const newcomerReturn28d = defineIndicator({
  of: 'course',
  id: 'newcomer_return_28d',
  title: 'Newcomers who return',
  question: 'What share of first posters posts again within four weeks?',
  unit: 'share',
  range: [0, 1],
  better: 'higher',
  needs: ['forum'],
  minimum: '5 first posts aged four weeks',

  sentence: '{x} of first posters came back.',
  themes: ['EC'],
  constructs: ['Ow'],
  roles: ['show'],
  catalogue: 'C19',
  formula: 'First posters who wrote again within 28 days / first posters of 28 days ago or more.',
  source: 'Joyce & Kraut (2006)',
  pitfalls: ['An association with being answered, not a proof.'],
  version: 1,

  ...asShare(parts, 5),
});
