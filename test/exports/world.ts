import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { compute } from '@kith/etl/compute/compute.ts';
import { approvedExports, folderOf, type ApprovedExport } from '@kith/etl/exports/approved-export.ts';
import { carryOut } from '@kith/etl/exports/carry-out.ts';
import type { Manifest } from '@kith/etl/exports/manifest.ts';
import type { RecordInput } from '@kith/etl/records/record.ts';
import { sql } from 'kysely';
import { courseWithPlanted } from '../rights/planted.ts';
import type { FreshDatabase } from '../support/database.ts';
import { loadRecords, makeInstitution } from '../support/load-records.ts';
import { at, courseStart } from '../support/small-course.ts';

/** Opted out everywhere. */
export const optedOut = 'l9';

/**
 * Three courses: one of eleven learners with somebody who took part in everything, one in which six of them talk too, and
 * one of three learners, who are too few.
 */
const records = (): RecordInput[] => [
  ...courseWithPlanted(),
  { type: 'consent', key: 'no', person: optedOut, purpose: 'analytics', granted: false, at: at(1) },
  ...another('d', 'Second course', ['l0', 'l1', 'l2', 'l3', 'l4', 'l5']),
  ...another('e', 'Tiny course', ['l6', 'l7', 'l8']),
];

const another = (key: string, title: string, learners: readonly string[]): RecordInput[] => [
  { type: 'course', key, title, startsOn: courseStart, timezone: 'UTC' },
  { type: 'enrolment', key: `${key} tut`, course: key, person: 'tut', role: 'teacher' },
  ...learners.flatMap((person, place): RecordInput[] => [
    { type: 'enrolment', key: `${key} ${person}`, course: key, person, role: 'learner' },
    { type: 'post', key: `${key} ${person}`, course: key, thread: key, author: person, createdAt: at(place, 9) },
    {
      type: 'post',
      key: `${key} ${person} answer`,
      course: key,
      thread: key,
      parent: `${key} ${person}`,
      author: learners[(place + 1) % learners.length]!,
      createdAt: at(place, 15),
    },
  ]),
];

export async function makeWorld({ db, owner }: FreshDatabase): Promise<number> {
  const institutionId = await makeInstitution(db);
  await loadRecords(db, institutionId, records());
  await compute(db, institutionId, { now: new Date(at(28, 6)) });
  await sql`
    insert into care.contact (institution_id, course_id, person_id, by_person_id, at, noted_at, channel, sent_by_kith, week, band, patterns)
    select one.institution_id, one.course_id, one.person_id, 0, ${at(20)}::timestamptz, ${at(20)}::timestamptz, 'call', false, 3, 'watch', '{}'
    from insight.learner_week as one
    where one.week = 3`.execute(owner);
  return institutionId;
}

/** As a steward would have approved it. */
export async function approve(
  { db, owner }: FreshDatabase,
  institutionId: number,
  wish: Partial<Pick<ApprovedExport, 'contents' | 'format' | 'minLearners' | 'unitId'>> = {},
): Promise<ApprovedExport> {
  const { contents = ['alerts', 'learner_weeks', 'network', 'sessions', 'ties'], format = 'json' } = wish;
  const { rows } = await sql<{ exportId: number }>`
    insert into ops.export (institution_id, asked_at, purpose, unit_id, contents, format, min_learners, state, as_of, expires_at)
    values (${institutionId}, now(), 'To see who answers whom.', ${wish.unitId ?? 0}, ${[...contents]}, ${format},
      ${wish.minLearners ?? 5}, 'approved', ${at(28, 6)}::timestamptz, now() + interval '30 days')
    returning export_id`.execute(owner);
  return again({ db }, institutionId, rows[0]!.exportId);
}

/** The export as it stands now. */
export async function again({ db }: Pick<FreshDatabase, 'db'>, institutionId: number, exportId: number) {
  return (await approvedExports(db, institutionId)).find((wish) => wish.exportId === exportId)!;
}

/** The manifest as it is kept. */
export async function keptManifest({ owner }: FreshDatabase, exportId: number): Promise<Manifest> {
  const { rows } = await sql<{
    manifest: Manifest;
  }>`select manifest from ops.export where export_id = ${exportId}`.execute(owner);
  return rows[0]!.manifest;
}

/** An export that was made: its manifest, and its files by name. */
export class Made {
  readonly wish: ApprovedExport;
  readonly manifest: Manifest;
  readonly folder: string;

  constructor(wish: ApprovedExport, manifest: Manifest, folder: string) {
    this.wish = wish;
    this.manifest = manifest;
    this.folder = folder;
  }

  path = (name: string): string => path.join(this.folder, name);
  read = (name: string): Promise<Buffer> => readFile(this.path(name));
  rows = async (name: string): Promise<Record<string, unknown>[]> =>
    JSON.parse((await this.read(`${name}.json`)).toString()) as Record<string, unknown>[];
}

export async function make({ db }: Pick<FreshDatabase, 'db'>, wish: ApprovedExport, folder: string): Promise<Made> {
  return new Made(wish, await carryOut(db, wish, { folder }), folderOf(folder, wish));
}
