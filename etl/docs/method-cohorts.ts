import { pooledIndicators, whyUnpooled, type Unpooled } from '../cohorts/pooled.ts';
import { courseIndicators } from '../indicators/index.ts';
import { code, plain, table } from './markdown.ts';

/** Why a number of a course is told of no cohort. */
const reasons: Readonly<Record<Unpooled, string>> = {
  network:
    'a property of the network of a whole class: of the ties of some of its learners it would be another network, and not theirs',
  threads: 'a thread is written by whoever comes by, in the cohort or not',
  instructors:
    'about who teaches: told of at least five of them together, which a cohort of one’s own making could be cut around',
  answers: 'answers carry no person, so nobody knows whose are of the cohort',
  places: 'regions and time zones within a cohort would be a second filter on the first, with few people in a cell',
  groups: 'a working group may lie half within a cohort',
};

/** Which indicators of a course pool over the learners of a cohort, and why the others do not. */
export const cohortsPart = (): string =>
  [
    '## Indicators of cohorts',
    plain(
      'A saved cohort may be a part of several classes. Its numbers are recomputed, week by week of the courses, from what each of its learners is and wrote in their whole course, with the formula and the minimum of a course; a tie or an answer counts whoever is at its other end. They are never a mean of the numbers of courses. A cohort that is one whole course has that course’s numbers.',
    ),
    table(
      ['catalogue', 'indicator', 'of a cohort'],
      courseIndicators
        .map((indicator) => [
          indicator.catalogue,
          `[${code(indicator.id)}](#${indicator.id})`,
          pools(indicator) ? 'pools over learners and posts' : `no: ${plain(reasons[whyUnpooled(indicator)!])}`,
        ])
        .toSorted(([one = ''], [other = '']) => one.localeCompare(other)),
    ),
  ].join('\n\n');

const pools = ({ id }: { readonly id: string }): boolean => pooledIndicators.some((one) => one.id === id);
