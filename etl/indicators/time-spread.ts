import { defineIndicator } from '../indicator.ts';
import { writtenLately } from './reading/answers.ts';
import { evenness } from './reading/entropy.ts';
import { cellOfPost, cellsOf } from './reading/post-cells.ts';
import { tally } from './reading/pool.ts';
import { total } from './reading/total.ts';

export const timeSpread = defineIndicator({
  of: 'course',
  id: 'time_spread',
  title: 'Spread over the week',
  question: 'Does talk happen at all hours, or only on one evening?',
  unit: 'index',
  range: [0, 1],
  better: 'higher',
  needs: ['forum'],
  minimum: '20 posts in 28 days',

  sentence: 'Spread over the week: {x}.',
  themes: ['CF'],
  constructs: [],
  roles: ['health'],
  catalogue: 'C28',
  formula: "Entropy of learners' posts of 28 days over 7 weekdays x 4 quarters of the day (course time) / ln 28.",
  source: 'Shannon (1948)',
  pitfalls: ['In the time zone of the course.'],
  version: 1,

  /** Every course by its own clock. */
  pool: (snapshot) => tally(writtenLately(snapshot).map((post) => cellOfPost(post, snapshot.zone))),
  among: (snapshot, some) =>
    tally(
      writtenLately(snapshot)
        .filter(({ author }) => some(snapshot.nodeOf.get(author)!))
        .map((post) => cellOfPost(post, snapshot.zone)),
    ),
  value(pool) {
    const cells = Object.values(pool);
    return total(cells) < 20 ? null : evenness(cells);
  },
  redraw(snapshot) {
    const { nodeOf, zone } = snapshot;
    const authors = cellsOf(writtenLately(snapshot), zone).map((cell) => cell.map(({ author }) => nodeOf.get(author)!));
    return (times) => evenness(authors.map((cell) => cell.reduce((sum, node) => sum + times[node]!, 0)));
  },
});
