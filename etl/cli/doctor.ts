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
    for (const { ok, what, fix } of findings) {
      const names = { what: ok ? 'ok' : 'problem', ...(fix === undefined ? {} : { fix: 'to do' }) };
      out.one({ ok, what, fix: fix ?? null }, names);
    }
    return findings.every(({ ok }) => ok) ? 0 : 1;
  },
});
