import { personNamed } from '../identity/people.ts';
import { courseNamed } from '../organisation/courses.ts';
import { addGrant, endGrant, grantLines, grantRoles, holdsRole } from '../organisation/grants.ts';
import { unitNamed } from '../organisation/units.ts';
import { defineCommand, type Arguments, type CommandContext } from './command.ts';
import { subcommand } from './subcommand.ts';
import { Failure, UsageError } from './trouble.ts';
import { day, email, oneOf, required, whole } from './values.ts';

const options = {
  course: { type: 'string', value: 'course', about: 'On one course' },
  unit: { type: 'string', value: 'key', about: 'On a programme or faculty and all below it' },
  until: { type: 'string', value: 'YYYY-MM-DD', about: 'Last day; no end unless told. Passing on needs one' },
  'without-names': { type: 'boolean', about: 'The learners are seen, their names are not' },
} as const;

type Values = Arguments<typeof options>['values'];

export const grant = defineCommand({
  name: 'grant',
  summary: 'Who may see what; teachers need none, their enrolment is the grant',
  usage: [
    'grant list [address]',
    'grant add <address> <role> [--course <course> | --unit <key>] [--until <day>] [--without-names]',
    'grant pass <from address> <to address> <role> --course <course> --until <day> [--without-names]',
    'grant end <id>',
  ],
  options,
  examples: [
    'grant add lea@northlea.example lead --unit bsc-env',
    'grant add rui@northlea.example steward',
    'grant pass ana@northlea.example tom@northlea.example instructor --course ENV101 --until 2026-12-18',
  ],

  async run(context, { values, words }) {
    const { db, institution, out } = context;
    const [word, rest] = subcommand('grant', words, ['add', 'pass', 'end', 'list']);
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
    if (word === 'pass') return pass(context, who, rest, values);
    const role = required('The role', oneOf('The role', rest[1], grantRoles));
    const { institutionId } = await institution();
    const open = await db();
    const { personId } = await personNamed(open, institutionId, who);
    const place = {
      courseId: values.course === undefined ? undefined : await courseNamed(open, institutionId, values.course),
      unitId: values.unit === undefined ? undefined : await unitNamed(open, institutionId, values.unit),
    };
    const terms = { until: endOf(values.until), withoutNames: values['without-names'] };
    const grantId = await addGrant(open, institutionId, personId, role, place, terms);
    out.one((await grantLines(open, institutionId, personId)).find((line) => line.grantId === grantId) ?? { grantId });
    return 0;
  },
});

/** What an instructor does on the page of the course: lets somebody in, in their own role, until a day. */
async function pass({ db, institution, out }: CommandContext, giver: string, rest: readonly string[], values: Values) {
  const receiver = required('The second e-mail address', email('The second address', rest[1]));
  const role = required(
    'The role',
    oneOf('The role', rest[2], ['instructor', 'assistant', 'lead', 'support'] as const),
  );
  const until = required('--until', endOf(values.until));
  if (until.getTime() > Date.now() + 184 * 86_400_000)
    throw new UsageError('A role is passed on for at most half a year.');
  const open = await db();
  const { institutionId } = await institution();
  const courseId = await courseNamed(open, institutionId, required('--course', values.course));
  const from = await personNamed(open, institutionId, giver);
  const { personId } = await personNamed(open, institutionId, receiver);
  const withoutNames = values['without-names'] === true;
  if (!(await holdsRole(open, institutionId, { personId: from.personId, courseId, role }, !withoutNames)))
    throw new Failure(
      `${giver} is not ${role} of this course, so there is nothing to pass on.`,
      '"kith grant add" gives a role.',
    );
  const terms = { until, withoutNames, giverId: from.personId };
  const grantId = await addGrant(open, institutionId, personId, role, { courseId }, terms);
  out.one((await grantLines(open, institutionId, personId)).find((line) => line.grantId === grantId) ?? { grantId });
  return 0;
}

/** The last day is meant to count. */
function endOf(text: string | undefined): Date | undefined {
  const last = day('--until', text);
  if (last === undefined) return undefined;
  const end = new Date(Date.parse(last) + 86_400_000);
  if (end.getTime() <= Date.now()) throw new UsageError(`--until is over: ${last}.`);
  return end;
}
