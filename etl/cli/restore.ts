import { readEnvironment } from '@kith/sql/environment.ts';

import { openEmptyGround } from '../backup/empty-ground.ts';
import { checkBackup, fill, openBackup } from '../backup/restore.ts';
import { defineCommand } from './command.ts';
import { required } from './values.ts';

export const restore = defineCommand({
  name: 'restore',
  summary: 'Fills an empty database with a backup, and checks every table',
  usage: ['restore <file> [--check]'],
  options: { check: { type: 'boolean', about: 'Only read the backup and hold it against its digests' } },
  examples: ['restore /backups/kith-2026-11-22.tar', 'restore /backups/kith-2026-11-22.tar --check'],

  async run(context, { values, words }) {
    const backup = await openBackup(required('The file', words[0]));
    const { manifest } = backup;
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const told = { takenAt: manifest.takenAt, version: manifest.version, tables: manifest.tables.length, rows };
    try {
      // Before the database is touched: a backup that is damaged at its end is found now.
      await checkBackup(backup);
      if (values.check === true) {
        context.out.one({ ...told, whole: true });
        return 0;
      }
      const ground = await openEmptyGround(manifest, { database: context.database, environment: readEnvironment() });
      const line = context.progress('Restoring');
      try {
        await fill(backup, { ...ground, onTable: (_name, done, of) => line.update(done, of) });
        await ground.finish();
      } finally {
        line.end();
        await ground.close();
      }
      context.out.one({ database: ground.database, ...told });
      context.out.say('Restored. Put secret.key back into Kith’s private folder before "kith up".');
      return 0;
    } finally {
      await backup.file.close();
    }
  },
});
