import { personNamed } from '../identity/people.ts';
import { courseNamed } from '../organisation/courses.ts';
import { addGrant, endGrant, grantLines, grantRoles } from '../organisation/grants.ts';
import { unitNamed } from '../organisation/units.ts';
import { defineCommand } from './command.ts';
import { subcommand } from './subcommand.ts';
import { Failure, UsageError } from './trouble.ts';
import { email, oneOf, required, whole } from './values.ts';

export const grant = defineCommand({
  name: 'grant',
  summary: 'Who may see what; teachers need none, their enrolment is the grant',
  usage: ['grant list [address]', 'grant add <address> <role> [--course <course> | --unit <key>]', 'grant end <id>'],
  options: {
    course: { type: 'string', value: 'course', about: 'On one course' },
    unit: { type: 'string', value: 'key', about: 'On a programme or faculty and all below it' },
  },
  examples: ['grant add lea@northlea.example lead --unit bsc-env', 'grant add rui@northlea.example steward'],

  async run({ db, institution, out }, { values, words }) {
    const [word, rest] = subcommand('grant', words, ['add', 'end', 'list']);
    if (values.course !== undefined && values.unit !== undefined)
      throw new UsageError('Give --course or --unit, not both.');
    if (word === 'end') {
      const grantId = required('The id of the grant', whole('The id', rest[0]));
      if (await endGrant(await db(), (await institution()).institutionId, grantId)) out.one({ grantId, ended: true });
      else throw new Failure(`There is no grant ${grantId} that still holds.`, '"kith grant list" shows them.');
      return 0;
    }
    const address = email('The address', rest[0]);
    if (word === 'list') {
      const { institutionId } = await institution();
      const person = address === undefined ? undefined : await personNamed(await db(), institutionId, address);
      out.rows(await grantLines(await db(), institutionId, person?.personId));
      return 0;
    }
    const who = required('The e-mail address', address);
    const role = required('The role', oneOf('The role', rest[1], grantRoles));
    const { institutionId } = await institution();
    const open = await db();
    const { personId } = await personNamed(open, institutionId, who);
    const place = {
      courseId: values.course === undefined ? undefined : await courseNamed(open, institutionId, values.course),
      unitId: values.unit === undefined ? undefined : await unitNamed(open, institutionId, values.unit),
    };
    const grantId = await addGrant(open, institutionId, personId, role, place);
    out.one((await grantLines(open, institutionId, personId)).find((line) => line.grantId === grantId) ?? { grantId });
    return 0;
  },
});
