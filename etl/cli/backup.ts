import { stat } from 'node:fs/promises';
import path from 'node:path';

import { writeBackup } from '../backup/backup.ts';
import { defineCommand } from './command.ts';
import { Failure } from './trouble.ts';
import { required } from './values.ts';

export const backup = defineCommand({
  name: 'backup',
  summary: 'Everything in the database as one file, as it is at one instant; Kith may go on meanwhile',
  usage: ['backup <file> [--overwrite]'],
  options: { overwrite: { type: 'boolean', about: 'Take the place of a file of that name' } },
  examples: ['backup /backups/kith-2026-11-22.tar'],

  async run(context, { values, words }) {
    const file = path.resolve(required('The file', words[0]));
    const known = await stat(file).catch(() => undefined);
    if (known && values.overwrite !== true) {
      throw new Failure(`${file} is there already.`, 'Choose another name, or say --overwrite.');
    }
    const ground = await context.ground();
    const line = context.progress('Backing up');
    const manifest = await writeBackup({
      ownerUrl: ground.url('owner'),
      etlUrl: ground.url('etl'),
      file,
      onTable: (_name, done, of) => line.update(done, of),
    }).finally(() => line.end());
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const { size } = await stat(file);
    context.out.one({ file, takenAt: manifest.takenAt, tables: manifest.tables.length, rows, bytes: size });
    context.out.say(
      'Keep a copy of secret.key in Kith’s private folder apart from it: without that file the secrets inside do not open.',
    );
    return 0;
  },
});
