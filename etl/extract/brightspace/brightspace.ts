import { defineConnector, type SourceFile } from '../../connector.ts';
import { isJson } from '../../formats/json-head.ts';
import { detectItem, readItems } from '../../formats/read-items.ts';
import { detectTable, readTables, type TableSource } from '../../formats/read-tables.ts';
import { head } from '../../formats/source.ts';
import { csv } from '../../formats/table-dialects.ts';
import { about } from './about.ts';
import { awardObjects, awardsIssued } from './awards.ts';
import { Batch } from './batch.ts';
import { forums, posts, readStatus, topics } from './discussions.ts';
import { auditors, enrolmentLog, enrolments, roles, users } from './people.ts';
import { postsApi } from './posts-api.ts';
import { changesIn } from './parts.ts';
import { marks, registers, schemes, sessions } from './presence.ts';
import { unitParents, units } from './units.ts';
import { unread } from './unread.ts';

const source: TableSource<Batch> = {
  dialect: csv,
  tables: [
    unitParents,
    units,
    users,
    roles,
    enrolments,
    enrolmentLog,
    auditors,
    forums,
    topics,
    posts,
    readStatus,
    registers,
    schemes,
    sessions,
    marks,
    awardObjects,
    awardsIssued,
  ],
  unread,
};

/** D2L Brightspace: the data sets of the Data Hub, full and differential, and posts of the REST interface. */
export const brightspace = defineConnector({
  id: 'brightspace',
  title: 'D2L Brightspace (Data Sets, discussion posts of the API)',
  about,
  detect(file) {
    const found = detectItem(postsApi, file) ?? detectTable(source, file);
    return found && { ...found, variant: /diff/i.test(file.name) ? 'differential' : found.variant };
  },

  partOnly: ({ files }) => changesIn(source, files),

  async *extract({ path, files }, context) {
    const batch = new Batch(context);
    const [answers, sets]: [SourceFile[], SourceFile[]] = [[], []];
    for (const file of files) (isJson(await head(file)) ? answers : sets).push(file);
    if (sets.length > 0 || answers.length === 0) yield* readTables(source, { path, files: sets }, context, batch);
    if (answers.length > 0) yield* readItems(postsApi, { path, files: answers }, context, batch);
  },
});
