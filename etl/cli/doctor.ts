import { diagnose } from '@kith/sql/doctor.ts';

import { defineCommand } from './command.ts';

export const doctor = defineCommand({
  name: 'doctor',
  summary: 'Look at the machine, the database and the logins, and say what to mend',
  usage: ['doctor'],
  options: {},
  examples: ['doctor'],

  async run({ out, progress }) {
    const line = progress('Looking');
    line.update(0);
    const findings = await diagnose();
    line.end();
    out.rows(findings.map(({ ok, what, fix }) => ({ ok, what, fix: fix ?? null })));
    return findings.every(({ ok }) => ok) ? 0 : 1;
  },
});
