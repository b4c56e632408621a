import { personMeant } from '../identity/person-meant.ts';
import { readEnvironment } from '@kith/sql/environment.ts';

import { erasePerson } from '../rights/erase.ts';
import { searchFiles, searchInbox } from '../rights/files.ts';
import { defineCommand } from './command.ts';
import { required } from './values.ts';

export const erase = defineCommand({
  name: 'erase',
  summary: 'Takes a person out of every table, for good; counts only, unless told --yes',
  usage: ['erase <person> [--source <source>] [--yes]'],
  options: {
    source: { type: 'string', value: 'source', about: 'The person is given by the key this source knows them under' },
    yes: { type: 'boolean', about: 'Erase, and do not only count' },
  },
  examples: ['erase ana@northlea.example', 'erase 4711 --source moodle --yes'],

  async run({ db, institution, out }, { values, words }) {
    const word = required('The person (an address, or the number "kith learners" prints)', words[0]);
    const { institutionId, key } = await institution();
    const personId = await personMeant(await db(), institutionId, word, values.source);
    const dryRun = values.yes !== true;
    const {
      rows,
      resealedHours,
      brokenBefore,
      droppedRuns,
      mentions,
      words: known,
    } = await erasePerson(await db(), {
      institutionId,
      personId,
      dryRun,
    });
    out.rows(
      Object.entries(rows).map(([table, count]) => ({ table, rows: count })),
      { table: 'table', rows: dryRun ? 'rows that would go' : 'rows gone' },
    );
    for (const { table, course, texts } of mentions) {
      out.warn(
        `${texts} texts in ${table} of ${course} may speak of them by one name alone: somebody who may read them decides.`,
      );
    }
    const { dir, inbox } = readEnvironment();
    const files = [...(await searchFiles(dir, known, { dryRun })), ...(await searchInbox(inbox, key, known))];
    for (const { file, removed } of files) {
      out.warn(
        removed
          ? `${file} names them: ${dryRun ? 'it would be removed' : 'removed'}.`
          : `${file} names them: look into it.`,
      );
    }
    for (const run of droppedRuns) out.warn(`Load ${run} named the person and was dropped. Load its files again.`);
    if (resealedHours > 0) out.say(`${resealedHours} hours of the access log are sealed anew.`);
    if (brokenBefore > 0) out.warn(`${brokenBefore} seals of the access log were broken before: look into it.`);
    out.say(
      dryRun
        ? 'Nothing was erased. The same with --yes erases; it cannot be undone.'
        : 'Erased. Loads of the same sources leave the person out from now on. Not reached: the systems the files came from, the files, and backups.',
    );
    return 0;
  },
});
