import { defineConnector, type SourceFile } from '../../connector.ts';
import { isJson } from '../../formats/json-head.ts';
import { detectItem, type ItemSource, readItems } from '../../formats/read-items.ts';
import { detectTable, readTables, type TableSource } from '../../formats/read-tables.ts';
import { head } from '../../formats/source.ts';
import { mysqlBatch } from '../../formats/table-dialects.ts';
import { about } from './about.ts';
import { Batch } from './batch.ts';
import { withoutShell } from './extended-json.ts';
import { document } from './forum.ts';
import { comments, contentTypes, flags, threads, votes } from './forum-tables.ts';
import { trackingEvent } from './log.ts';
import { anonymousIds, assessments, studentItems, submissions } from './ora.ts';
import {
  accessRole,
  certificates,
  cohortMembers,
  enrolments,
  forumRole,
  profiles,
  teamMembers,
  teams,
  users,
} from './tables.ts';

const items: ItemSource<Batch> = { shapes: [document, trackingEvent], lists: [], asides: [], mend: withoutShell };

const tables: TableSource<Batch> = {
  dialect: mysqlBatch,
  nothing: ['NULL'],
  // In this order they are also looked at before: rights before the roster, anonymous ids before work and its marks.
  tables: [
    profiles,
    users,
    accessRole,
    forumRole,
    enrolments,
    certificates,
    teams,
    teamMembers,
    cohortMembers,
    anonymousIds,
    studentItems,
    submissions,
    assessments,
    contentTypes,
    threads,
    comments,
    votes,
    flags,
  ],
};

/** edX data package and Open edX: forum documents, database tables, tracking log. */
export const openedx = defineConnector({
  id: 'openedx',
  title: 'edX and Open edX (forum .mongo, MySQL tables, tracking log)',
  about,
  detect: (file) => detectItem(items, file) ?? detectTable(tables, file),

  async *extract({ path, files }, context) {
    const batch = new Batch(context.keepBodies ?? false);
    const [documents, others]: [SourceFile[], SourceFile[]] = [[], []];
    for (const file of files) (isJson(await head(file)) ? documents : others).push(file);
    if (others.length > 0 || documents.length === 0) yield* readTables(tables, { path, files: others }, context, batch);
    if (documents.length > 0) yield* readItems(items, { path, files: documents }, context, batch);
  },
});
