import { z } from 'zod';

/** One table of a backup. */
const Table = z.object({
  name: z.string(),
  /** As `create table` takes them; for tables of loads that wait, which no migration makes. */
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
  rows: z.number(),
  /** Of the rows as COPY wrote them, before they were compressed. */
  sha256: z.string(),
});

/** What a backup says of itself; the last file in it. */
export const Manifest = z.object({
  kith: z.literal('backup'),
  format: z.literal(1),
  /** Version of Kith that wrote it. */
  version: z.string(),
  /** Postgres that it came from. */
  server: z.string(),
  /** The instant of the snapshot. */
  takenAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
  /** First days of the months that core.activity has partitions for. */
  months: z.array(z.iso.date()),
  sequences: z.array(z.object({ name: z.string(), last: z.string() })),
  tables: z.array(Table),
});
export type Manifest = z.infer<typeof Manifest>;
export type BackedUpTable = z.infer<typeof Table>;

export const manifestName = 'manifest.json';
export const fileOf = (table: string): string => `tables/${table}.copy.gz`;
