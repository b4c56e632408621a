import { configurePull, pullLines, type Auth } from '../pull/configured.ts';
import { runPull } from '../pull/run-pull.ts';
import { onlyWhenTold } from '../schedule/when.ts';
import { computeNow } from './compute.ts';
import { defineCommand, type Arguments } from './command.ts';
import { tellReport } from './report.ts';
import { Failure, UsageError } from './trouble.ts';
import { instant, required, whole } from './values.ts';

const options = {
  url: { type: 'string', value: 'address', about: 'xAPI endpoint of the store, without "statements"' },
  user: {
    type: 'string',
    value: 'name',
    about: 'User of Basic authentication; the password is read from KITH_PULL_SECRET',
  },
  bearer: { type: 'boolean', about: 'Bearer authentication; the token is read from KITH_PULL_SECRET' },
  'no-auth': { type: 'boolean', about: 'The store asks for no credential' },
  every: {
    type: 'string',
    value: 'minutes',
    about: 'Fetch by itself under "kith up"; 0 ends that; "kith source set" knows times of day',
  },
  overlap: { type: 'string', value: 'minutes', about: 'How far back each pull reaches again' },
  since: { type: 'string', value: 'instant', about: 'Fetch from here, wherever the last pull ended' },
  until: { type: 'string', value: 'instant', about: 'Fetch up to here' },
  'no-compute': { type: 'boolean', about: 'Leave the touched courses to a later "kith compute"' },
} as const;

type Values = Arguments<typeof options>['values'];

/** Longest pause that a person is asked to wait for a store that is busy, in ms. */
const mostPause = 5 * 60_000;

export const pull = defineCommand({
  name: 'pull',
  summary: 'Fetch what is new from a learning record store',
  usage: ['pull <source> [--since <instant>]', 'pull set <source> --url <address> [options]', 'pull list'],
  options,
  examples: [
    'pull set ralph --url https://lrs.example/xAPI --user kith --every 15',
    'pull ralph',
    'pull ralph --since 2026-09-01',
  ],

  async run(context, { values, words }) {
    const [word, name] = words;
    const { institutionId, timezone } = await context.institution();
    const db = await context.db();
    if (word === 'list' || word === undefined) {
      context.out.rows(await pullLines(db, institutionId));
      return 0;
    }
    const key = await (await context.ground()).secretKey();
    if (word === 'set') {
      await configurePull(db, key, institutionId, required('The name of the source', name), {
        url: addressOf(values.url),
        auth: authOf(values),
        when: everyOf(whole('--every', values.every, 0)),
        overlapMinutes: whole('--overlap', values.overlap, 0),
      });
      context.out.rows((await pullLines(db, institutionId)).filter(({ source }) => source === name));
      return 0;
    }
    const line = context.progress('Fetching');
    const pulled = await runPull(db, key, {
      institutionId,
      source: word,
      since: instant('--since', values.since, timezone),
      until: instant('--until', values.until, timezone),
      mostPause,
      signal: context.signal,
      onStatements: (fetched) => line.update(fetched, undefined, 'statements'),
    }).finally(() => line.end());
    if (pulled.reports.length === 0) context.out.say('There is nothing new.');
    for (const report of pulled.reports) await tellReport(context, report);
    if (pulled.reports.some(({ state }) => state === 'staged')) return 1;
    if (pulled.reports.length > 0 && values['no-compute'] !== true) await computeNow(context, undefined);
    return 0;
  },
});

const everyOf = (minutes: number | undefined) =>
  minutes === undefined ? undefined : { ...onlyWhenTold, ...(minutes > 0 && { everyMinutes: minutes }) };

function addressOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.username === '' && url.search === '') return text;
  throw new UsageError(
    `--url is no address of a store: ${url ? 'it holds a credential or a question' : text}.`,
    'It looks like https://lrs.example/xAPI.',
  );
}

/** A secret on the command line would stand in the shell's history and in the list of processes. */
function authOf(values: Values): Auth | undefined {
  if (values['no-auth'] === true) return { kind: 'none' };
  if (values.user === undefined && values.bearer !== true) return undefined;
  const secret = process.env.KITH_PULL_SECRET;
  if (!secret)
    throw new Failure(
      'There is no secret in KITH_PULL_SECRET.',
      'Set it for this one command: KITH_PULL_SECRET=… kith pull set …',
    );
  return values.user === undefined ? { kind: 'bearer', secret } : { kind: 'basic', user: values.user, secret };
}
