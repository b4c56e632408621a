import type { CourseMeasure } from '../../api/types.ts';

/** What tells most about a course at a glance: is there contact, are posts answered, who carries it. */
const leadingIds = [
  'connected_share',
  'isolates_share',
  'answered_48h_share',
  'unanswered_7d_share',
  'reciprocity',
  'staff_dependence',
  'access_share',
];

/** The leading numbers that have a value, in their order; everything else, values before gaps, for who asks. */
export function leadingFirst(measures: readonly CourseMeasure[]): {
  readonly leading: readonly CourseMeasure[];
  readonly others: readonly CourseMeasure[];
} {
  const leading = leadingIds.flatMap((id) => measures.filter((one) => one.id === id && one.value !== null));
  const others = measures.filter((one) => !leading.includes(one));
  return {
    leading,
    others: [...others.filter(({ value }) => value !== null), ...others.filter(({ value }) => value === null)],
  };
}
