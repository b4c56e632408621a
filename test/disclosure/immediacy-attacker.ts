import type { StaffedNode } from './staffed-university.ts';

export interface Recovered {
  readonly of: number;
  /** Who found it, knowing their own courses; null: anybody. */
  readonly by: number | null;
}

/**
 * Every instructor of whom some sum of what is known tells: one in which only courses stand that nobody else teaches. A
 * pooled number is a sum over courses, so this is linear algebra: such a sum exists where the rank of what is known falls
 * when those courses are struck out.
 */
export function recovered(root: StaffedNode, released: readonly StaffedNode[]): Recovered[] {
  const { courses } = root;
  const rows = released.map((node) => {
    const own = new Set(node.courses.map(({ courseId }) => courseId));
    return courses.map(({ courseId }) => (own.has(courseId) ? 1 : 0));
  });
  const staff = [...new Set(courses.flatMap((course) => course.staff))];
  return [null, ...staff].flatMap((by) => {
    // Their own courses are no secret to them: they are taken out of every sum.
    const unknown = courses.map((course) => by === null || !course.staff.includes(by));
    const known = rows.map((row) => row.filter((_, place) => unknown[place]));
    const left = courses.filter((_, place) => unknown[place]);
    const rank = rankOf(known);
    return staff
      .filter((of) => of !== by)
      .filter((of) => {
        const alone = left.map((course) => course.staff.every((one) => one === of));
        return rankOf(known.map((row) => row.filter((_, place) => !alone[place]))) < rank;
      })
      .map((of) => ({ of, by }));
  });
}

/** By Gauss's elimination. */
function rankOf(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = rows.findIndex((row, place) => place >= rank && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!];
    const head = rows[rank]!;
    for (const row of rows.slice(rank + 1)) {
      const times = row[column]! / head[column]!;
      for (let place = column; place < row.length; place++) row[place]! -= times * head[place]!;
    }
    rank += 1;
  }
  return rank;
}
