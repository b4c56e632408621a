import { leastInstructors } from '../health/immediacy.ts';

/** Somebody who teaches a course below a node, in a week. */
export interface Teaching {
  readonly courseId: number;
  readonly personId: number;
  /** The course is in the e-immediacy of a node further down already. */
  readonly told: boolean;
}

/**
 * Whether a node may say in a week what is about those who teach below it. Whoever has the nodes further down can take
 * them away: so the courses that are left must be pooled themselves, or none be left. A course is left or not, and never a
 * person: who teaches in a node further down and alone in a course beside it would be what is left.
 */
export function mayPool(teaching: readonly Teaching[]): boolean {
  const left = teaching.filter(({ told }) => !told);
  return left.length === 0 ? teaching.length > 0 : isPooled(left);
}

/**
 * At least five teach, and whoever of them takes away the courses they know themselves is left with those of four others
 * or with none.
 */
function isPooled(teaching: readonly Teaching[]): boolean {
  const coursesOf = grouped(teaching, 'personId', 'courseId');
  const staffOf = grouped(teaching, 'courseId', 'personId');
  if (coursesOf.size < leastInstructors) return false;
  return [...coursesOf].every(([, own]) => {
    if (own.size === staffOf.size) return true;
    // Only whoever shares a course with them can teach in none but theirs.
    const beside = new Set([...own].flatMap((course) => [...staffOf.get(course)!]));
    const known = [...beside].filter((person) => coursesOf.get(person)!.isSubsetOf(own)).length;
    return coursesOf.size - known >= leastInstructors - 1;
  });
}

function grouped(teaching: readonly Teaching[], key: 'personId' | 'courseId', value: 'personId' | 'courseId') {
  const groups = new Map<number, Set<number>>();
  for (const one of teaching) {
    const group = groups.get(one[key]);
    if (group === undefined) groups.set(one[key], new Set([one[value]]));
    else group.add(one[value]);
  }
  return groups;
}
