import { z } from 'zod';

/** What a steward wants done with one parcel of an upload, as `ops.upload.parcels` keeps it. */
export const ParcelPlan = z.object({
  id: z.string(),
  connector: z.string(),
  /** Name of the source; made where there is none. */
  source: z.string(),
  /** The archive it came in; empty: loose files. */
  archive: z.string(),
  files: z.array(z.string()),
  /** An existing course, for files that name none. */
  courseId: z.number().optional(),
  /** Title of a course that is to be made for them. */
  newCourse: z.string().optional(),
  timezone: z.string().optional(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd', 'ydm']).optional(),
  /** First day of the course, where the files only count days. */
  start: z.string().optional(),
  mode: z.enum(['full', 'delta', 'event']).optional(),
});
export type ParcelPlan = z.infer<typeof ParcelPlan>;

/** How far an upload is, as `ops.upload.progress` keeps it. */
export interface UploadProgress {
  readonly parcel: string;
  readonly step: string;
  /** Rows and records so far. */
  readonly items: number;
  /** 0..1 of the bytes; null where sizes are unknown. */
  readonly share: number | null;
  readonly runId: number | null;
}

/** What came of one parcel, as `ops.upload.results` keeps it. */
export interface ParcelResult {
  readonly id: string;
  readonly runId: number | null;
  readonly state: string;
  readonly message: string | null;
  readonly hint: string | null;
}
