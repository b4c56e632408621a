/** The course to be computed. */
export interface Course {
  readonly institutionId: number;
  readonly courseId: number;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly timezone: string;
}
