import type { Db } from '@kith/sql/connect.ts';
import { findCourse } from '../../load/find-course.ts';
import { unitNamed } from '../../organisation/units.ts';
import { unitOfCourse, type ReportPart } from '../../reports/part.ts';
import type { ReportKind } from '../../reports/wanted.ts';
import { wholeInstitution } from '../../roll-up/tree.ts';
import { Failure, UsageError } from '../trouble.ts';

/** The part of the institution that is meant. Throws Failure, NoSuchUnit, UsageError. */
export async function partNamed(
  db: Db,
  institutionId: number,
  kind: ReportKind,
  { unit, course }: { readonly unit?: string | undefined; readonly course?: string | undefined },
): Promise<ReportPart> {
  if (course === undefined) {
    const unitId = unit === undefined ? wholeInstitution : await unitNamed(db, institutionId, unit);
    return { institutionId, unitId, courseId: null };
  }
  if (unit !== undefined) throw new UsageError('Say --unit or --course.');
  if (kind !== 'cohort')
    throw new UsageError(
      'Only a cohort report is of one course: an evaluation of one would be of who teaches it.',
      'Say --unit, or nothing.',
    );
  const courseId = await findCourse(db, institutionId, course);
  if (courseId === undefined) throw new Failure(`There is no one course "${course}".`, 'kith course list');
  return { institutionId, unitId: await unitOfCourse(db, institutionId, courseId), courseId };
}
