import { addUser } from '../identity/people.ts';
import { addGrant } from '../organisation/grants.ts';
import { makeInstitution } from '../organisation/institutions.ts';
import { defineCommand } from './command.ts';
import { linkFor } from './link.ts';
import { UsageError } from './trouble.ts';
import { email, required, zone } from './values.ts';

export const init = defineCommand({
  name: 'init',
  summary: 'Set up the institution and its first administrator',
  usage: ['init --title <name> --admin-email <address> [--name <short>] [--timezone <zone>] [--admin-name <name>]'],
  options: {
    title: { type: 'string', value: 'text', about: 'Name of the institution, as people read it' },
    name: { type: 'string', value: 'short', about: 'Short name for the command line; made of the title otherwise' },
    timezone: {
      type: 'string',
      value: 'zone',
      about: 'IANA zone of courses that state none; this machine’s otherwise',
    },
    'admin-email': { type: 'string', value: 'address', about: 'Address of the first administrator' },
    'admin-name': { type: 'string', value: 'name', about: 'Their name' },
  },
  examples: ['init --title "Northlea University" --timezone Europe/London --admin-email it@northlea.example'],

  async run(context, { values }) {
    const title = required('--title', values.title);
    const address = required('--admin-email', email('--admin-email', values['admin-email']));
    const timezone = zone('--timezone', values.timezone) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    const key = values.name ?? shortOf(title);
    if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(key)) {
      throw new UsageError(`The short name cannot be "${key}".`, '--name takes small letters, digits and hyphens.');
    }
    const db = await context.db();
    const made = await db.transaction().execute((tx) => makeInstitution(tx, { key, title, timezone }));
    const { institutionId } = made;
    const admin = await addUser(db, institutionId, { name: values['admin-name'] ?? address, email: address });
    await addGrant(db, institutionId, admin.personId, 'admin');
    const link = await linkFor(context, institutionId, admin.personId);
    context.out.one({ institution: key, title, timezone, admin: admin.email, ...link });
    context.out.say('Open the link after "kith up"; it works once. Next: kith detect <file>, kith ingest auto <file>.');
    return 0;
  },
});

/** `Northlea University` becomes `northlea-university`. */
const shortOf = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
