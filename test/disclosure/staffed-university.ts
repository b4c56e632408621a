import { randomOf } from '@kith/etl/simulate/random.ts';

export interface StaffedCourse {
  readonly courseId: number;
  readonly staff: readonly number[];
}

export interface StaffedNode {
  /** All below it, in nodes further down too. */
  readonly courses: readonly StaffedCourse[];
  readonly below: readonly StaffedNode[];
}

/** An institution of two faculties of two or three programmes; some courses hang beside them, some people teach in several. */
export function staffed(seed: number): StaffedNode {
  const random = randomOf(seed, 'staffed');
  let last = 0;
  const courses = (from: number, to: number): StaffedCourse[] =>
    Array.from({ length: random.whole(from, to) }, () => ({
      courseId: (last += 1),
      staff: [...new Set(Array.from({ length: random.whole(1, 3) }, () => random.whole(1, 28)))],
    }));
  const node = (own: readonly StaffedCourse[], below: readonly StaffedNode[]): StaffedNode => ({
    courses: [...own, ...below.flatMap((each) => each.courses)],
    below,
  });
  const faculty = () =>
    node(
      courses(0, 2),
      Array.from({ length: random.whole(2, 3) }, () => node(courses(1, 6), [])),
    );
  return node(courses(0, 2), [faculty(), faculty()]);
}
