import type { Reader } from '../reader.ts';

/** Who teaches there; student support, for whom it was handed over. The policies hold it too. */
export const mayReachOut = (
  reader: Reader | null,
  { courseId, personId }: { readonly courseId: number; readonly personId: number },
): boolean =>
  reader !== null &&
  (reader.learnerCourses.includes(courseId) ||
    (reader.supportCourses.includes(courseId) && reader.casePeople.includes(personId)));
