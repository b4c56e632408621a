import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';

import { addProvider, providerLines, removeProvider, setProviderSecret } from '../organisation/providers.ts';
import { rotateKey } from '../rosters/signing-keys.ts';
import { defineCommand, type Arguments, type CommandContext } from './command.ts';
import { subcommand } from './subcommand.ts';
import { Failure, UsageError } from './trouble.ts';
import { oneOf, required, whole } from './values.ts';

const options = {
  title: { type: 'string', value: 'title', about: 'What the button on the sign-in page says' },
  issuer: { type: 'string', value: 'address', about: 'Issuer, as it stands in its tokens' },
  'client-id': { type: 'string', value: 'id', about: 'Kith’s id there' },
  secret: { type: 'string', value: 'file', about: 'File with the client secret, - for standard input; kept encrypted' },
  'secret-from': { type: 'string', value: 'place', about: 'Or where it stays: env:NAME or file:/path' },
  'trust-email': { type: 'boolean', about: 'Its addresses count as verified, though its tokens do not say so' },
  authorize: { type: 'string', value: 'address', about: 'Learning platform: where a launch is authorised' },
  jwks: { type: 'string', value: 'address', about: 'Learning platform: its key set' },
  token: { type: 'string', value: 'address', about: 'Learning platform: where Kith gets tokens, for rosters' },
  audience: { type: 'string', value: 'text', about: 'Learning platform: for whom a request for a token is made out' },
  deployment: { type: 'string', multiple: true, value: 'id', about: 'Learning platform: a deployment that may launch' },
  source: {
    type: 'string',
    value: 'name',
    about: 'Learning platform: source whose course keys it uses; else one of its own',
  },
  now: { type: 'boolean', about: 'rotate: withdraw the key before at once, where somebody may know it' },
} as const;

type Values = Arguments<typeof options>['values'];

export const provider = defineCommand({
  name: 'provider',
  summary: 'Who may vouch for people: OpenID providers and learning platforms; Kith’s own keys',
  usage: [
    'provider list',
    'provider add oidc --title <title> --issuer <address> --client-id <id> [--secret <file|->]',
    'provider add lti --title <title> --issuer <address> --client-id <id> --authorize <address> --jwks <address> --deployment <id>',
    'provider secret <id> --secret <file|->',
    'provider remove <id>',
    'provider rotate [--now]',
  ],
  options,
  examples: [
    'provider add oidc --title "Northlea account" --issuer https://id.northlea.example --client-id kith --secret -',
    'provider rotate',
  ],

  async run(context, { values, words }) {
    const { db, institution, out, ground } = context;
    const [word, rest] = subcommand('provider', words, ['add', 'secret', 'remove', 'rotate', 'list']);
    const { institutionId } = await institution();
    const open = await db();
    if (word === 'list') {
      const lines = await providerLines(open, institutionId);
      if (lines.length === 0) out.say('There are none yet. People sign in by links and passwords.');
      else out.rows(lines);
      return 0;
    }
    const secretKey = await (await ground()).secretKey();
    if (word === 'add') {
      const kind = required('oidc or lti', oneOf('The kind', rest[0], ['oidc', 'lti']));
      const said = kind === 'oidc' ? await oidcOf(values) : platformOf(values);
      const providerId = await addProvider(open, secretKey, institutionId, said);
      out.one(
        (await providerLines(open, institutionId)).find((line) => line.providerId === providerId) ?? { providerId },
      );
      tellAddresses(context, kind);
      return 0;
    }
    if (word === 'rotate') {
      const keyId = await rotateKey(open, secretKey, institutionId, new Date(), values.now === true);
      out.one({ keyId, signs: values.now === true ? 'now' : 'from tomorrow on, or now if it is the first' });
      return 0;
    }
    const providerId = required('The id of the provider', whole('The id', rest[0]));
    const done =
      word === 'remove'
        ? await removeProvider(open, institutionId, providerId)
        : await setProviderSecret(
            open,
            secretKey,
            institutionId,
            providerId,
            required('--secret', await secretIn(values)),
          );
    if (!done)
      throw new Failure(`There is no such provider ${String(providerId)}.`, '"kith provider list" shows them.');
    out.one({ providerId, [word === 'remove' ? 'removed' : 'secret']: word === 'remove' ? true : 'set' });
    return 0;
  },
});

const common = (values: Values) => ({
  title: required('--title', values.title),
  issuer: required('--issuer', address('--issuer', values.issuer)),
  clientId: required('--client-id', values['client-id']),
  trustsEmail: values['trust-email'] === true,
});

async function oidcOf(values: Values) {
  const secretFrom = values['secret-from'];
  if (secretFrom !== undefined && !/^(env:[A-Z][A-Z0-9_]*|file:\/.+)$/.test(secretFrom))
    throw new UsageError('--secret-from takes env:NAME or file:/path.');
  return { kind: 'oidc' as const, ...common(values), secret: await secretIn(values), secretFrom };
}

const platformOf = (values: Values) => ({
  kind: 'lti' as const,
  ...common(values),
  authorizeUrl: required('--authorize', address('--authorize', values.authorize)),
  jwksUrl: required('--jwks', address('--jwks', values.jwks)),
  tokenUrl: address('--token', values.token),
  tokenAudience: values.audience,
  deploymentIds: required('--deployment', values.deployment),
  source: values.source,
});

/** Never from the command line itself: other people of the machine can read that. */
async function secretIn({ secret }: Values): Promise<string | undefined> {
  if (secret === undefined) return undefined;
  const read = (secret === '-' ? await text(process.stdin) : await readFile(secret, 'utf8')).trim();
  if (read !== '') return read;
  throw new UsageError('There is no secret in what --secret names.');
}

function address(name: string, said: string | undefined): string | undefined {
  if (said === undefined || /^https:\/\/[^/]+|^http:\/\/(127\.0\.0\.1|localhost|\[::1\])([:/]|$)/.test(said))
    return said;
  throw new UsageError(`${name} is an address that begins with https://, not "${said}".`);
}

/** What the other side is told of Kith. */
function tellAddresses({ out, address: here }: CommandContext, kind: 'oidc' | 'lti'): void {
  if (kind === 'oidc') out.say(`Tell it where to send people back: ${here}/api/v1/sign-in/oidc/callback`);
  else
    out.say(
      `Tell the platform: login ${here}/lti/login, launch ${here}/lti/launch, key set ${here}/lti/jwks.json. ` +
        'With --token, and Names and Roles switched on there, rosters come by themselves.',
    );
}
