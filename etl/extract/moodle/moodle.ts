import { defineConnector, type SourceFile } from '../../connector.ts';
import { headText } from '../../formats/encoding.ts';
import { isJson } from '../../formats/json-head.ts';
import { detectItem, readItems } from '../../formats/read-items.ts';
import { detectTable, readTables, type TableSource } from '../../formats/read-tables.ts';
import { head } from '../../formats/source.ts';
import { csv } from '../../formats/table-dialects.ts';
import { about } from './about.ts';
import { Batch } from './batch.ts';
import { discussions, forums, posts, ratings, reads } from './forum.ts';
import { attendances, marks, sessions, statuses } from './live.ts';
import { standardLog } from './log.ts';
import { logReport } from './log-report.ts';
import { completions, contexts, enrolments, enrolMethods, roleAssignments, roles, users } from './people.ts';
import { badges, badgesIssued, courses, groupMembers, groups } from './places.ts';
import { services } from './services.ts';
import { assessments, submissions, workshops } from './workshop.ts';

const tables: TableSource<Batch> = {
  dialect: csv,
  nothing: ['NULL', '\\N'],
  // Of the Logs report: tables have no spaces in their names.
  columnName: (written) => (written.includes(' ') ? written.toLowerCase().replaceAll(' ', '_') : written),
  // In this order they are also looked at before: what a role is before who has it.
  tables: [
    courses,
    users,
    enrolMethods,
    roles,
    contexts,
    roleAssignments,
    enrolments,
    completions,
    groups,
    groupMembers,
    forums,
    discussions,
    posts,
    reads,
    ratings,
    attendances,
    sessions,
    statuses,
    marks,
    workshops,
    submissions,
    assessments,
    badges,
    badgesIssued,
    standardLog,
    logReport,
  ],
};

/** Moodle's tables and the Logs report as CSV, and answers of its web services as JSON. */
export const moodle = defineConnector({
  id: 'moodle',
  title: 'Moodle tables and Logs report (CSV), web services (JSON)',
  about,

  detect(file) {
    const found = detectItem(services, file) ?? detectTable(tables, file);
    // Alone, a table of posts is read by moodle-forum just as well, which also knows the teacher's export of it.
    const isPostsAlone = file.siblings.length < 2 && headText(file.bytes).includes('discussion,parent');
    return found && { ...found, confidence: isPostsAlone ? 0.6 : found.confidence };
  },

  async *extract({ path, files }, context) {
    const batch = new Batch(context);
    const [answers, others]: [SourceFile[], SourceFile[]] = [[], []];
    for (const file of files) (isJson(await head(file)) ? answers : others).push(file);
    if (others.length > 0 || answers.length === 0) yield* readTables(tables, { path, files: others }, context, batch);
    if (answers.length > 0) yield* readItems(services, { path, files: answers }, context, batch);
  },
});
