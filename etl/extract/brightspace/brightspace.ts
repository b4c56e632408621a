import { defineConnector } from '../../connector.ts';
import { detectTable, readTables, type TableSource } from '../../formats/read-tables.ts';
import { csv } from '../../formats/table-dialects.ts';
import { about } from './about.ts';
import { awardObjects, awardsIssued } from './awards.ts';
import { Batch } from './batch.ts';
import { forums, posts, readStatus, topics } from './discussions.ts';
import { auditors, enrolmentLog, enrolments, roles, users } from './people.ts';
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

/** D2L Brightspace Data Sets: the tables of the Data Hub, full and differential. */
export const brightspace = defineConnector({
  id: 'brightspace',
  title: 'D2L Brightspace Data Sets (full and differential)',
  about,
  detect(head) {
    const found = detectTable(source, head);
    return found && { ...found, variant: /diff/i.test(head.name) ? 'differential' : found.variant };
  },
  extract: (input, context) => readTables(source, input, context, new Batch(context)),
});
