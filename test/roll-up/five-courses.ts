import type { RecordInput } from '@kith/etl/records/record.ts';
import { recordsOf, type Story } from '../support/story.ts';

/** Courses unlike each other: two in which everybody answers, a small one and one in which two of twenty write. */
const stories: Readonly<Record<string, Story & { readonly unit?: string }>> = {
  lively: { unit: 'env', ring: 12, given: ['d22 09:00 tut answers l03.21 as help', 'd23 09:00 l05 posts alone'] },
  small: { unit: 'env', people: 'ana ben cai dee eli', given: exchange(['ana', 'ben', 'cai']) },
  quiet: { unit: 'bio', people: names(20), given: exchange(['q00', 'q01']) },
  steady: { unit: 'maths', ring: 6, people: 'ana ben cai dee', given: ['d23 10:00 l02 posts alone'] },
  loose: { people: names(9), given: exchange(['q00', 'q01', 'q02', 'q03', 'q04', 'q05', 'q06', 'q07']) },
};

/** Three programmes, two of them of one faculty, and a course that hangs nowhere. */
export const university = (): RecordInput[] => [
  { type: 'unit', key: 'sci', kind: 'faculty', title: 'Science' },
  { type: 'unit', key: 'env', kind: 'programme', title: 'Environment', parent: 'sci' },
  { type: 'unit', key: 'bio', kind: 'programme', title: 'Biology', parent: 'sci' },
  { type: 'unit', key: 'maths', kind: 'programme', title: 'Mathematics' },
  ...Object.entries(stories).flatMap(([course, { unit, ...story }]) =>
    recordsOf(course, story).map((record) => (record.type === 'course' && unit ? { ...record, unit } : record)),
  ),
];

function names(count: number): string {
  return Array.from({ length: count }, (_, index) => `q${String(index).padStart(2, '0')}`).join(' ');
}

/** Each asks on four Mondays; the next answers, later in every course and week. */
function exchange(people: readonly string[]): string[] {
  return [0, 7, 14, 21].flatMap((day, week) =>
    people.flatMap((author, index) => [
      `d${String(day)} 09:00 ${author} posts ${author}.${String(day)}`,
      ...(index + week > 0
        ? [
            `d${String(day + 1 + (index % 3))} ${String(10 + week)}:30 ${people[(index + 1) % people.length]!} answers ${author}.${String(day)} as ${author}.${String(day)}.a`,
          ]
        : []),
    ]),
  );
}
