import type { Reject, RowRef } from '../../connector.ts';

export function unknownCourse(ref: RowRef, raw?: string): Reject {
  const message = 'courses.csv has no row for this module and presentation. Add it, or leave these rows out.';
  return { reject: { code: 'UNKNOWN_COURSE', field: 'code_presentation', message, raw }, ref };
}
