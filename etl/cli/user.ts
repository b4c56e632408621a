import { addUser, personNamed } from '../identity/people.ts';
import { userLines } from '../identity/users.ts';
import { defineCommand } from './command.ts';
import { linkFor } from './link.ts';
import { subcommand } from './subcommand.ts';
import { email, required, whole } from './values.ts';

export const user = defineCommand({
  name: 'user',
  summary: 'People who sign in, and their one-time links, to sign in or to set a password',
  usage: [
    'user list',
    'user add <address> [--name <name>]',
    'user link <address> [--hours <n>]',
    'user password <address> [--hours <n>]',
  ],
  options: {
    name: { type: 'string', value: 'name', about: 'Their name' },
    hours: { type: 'string', value: 'n', about: 'How long the link can be used; 72 unless told' },
  },
  examples: ['user add ana@northlea.example --name "Ana Ruiz"', 'user link ana@northlea.example'],

  async run(context, { values, words }) {
    const { db, institution, out } = context;
    const [word, [address]] = subcommand('user', words, ['add', 'link', 'password', 'list']);
    const hours = whole('--hours', values.hours);
    if (word === 'list') {
      out.rows(await userLines(await db(), (await institution()).institutionId));
      return 0;
    }
    const who = required('The e-mail address', email('The address', address));
    const { institutionId } = await institution();
    if (word === 'add') {
      const { name, email: own } = await addUser(await db(), institutionId, { name: values.name ?? who, email: who });
      out.one({ email: own, name });
      out.say(
        `Next: kith grant add ${own} <role> says what they may see; kith user link ${own} prints a sign-in link.`,
      );
      return 0;
    }
    const person = await personNamed(await db(), institutionId, who);
    const purpose = word === 'password' ? 'password' : 'sign_in';
    out.one({ email: person.email, ...(await linkFor(context, institutionId, person.personId, { hours, purpose })) });
    return 0;
  },
});
