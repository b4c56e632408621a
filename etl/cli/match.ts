import { carryOut } from '../identity/match/carry-out.ts';
import { askChange, type Wish } from '../identity/match/change.ts';
import { accountLines, matchesOf, type SaidAccount } from '../identity/match/lines.ts';
import { defineCommand, type Arguments, type CommandContext } from './command.ts';
import { computeNow } from './compute.ts';
import { subcommand } from './subcommand.ts';
import { UsageError } from './trouble.ts';
import { required, whole } from './values.ts';

const options = {
  why: { type: 'string', value: 'reason', about: 'Why; it is kept in the log' },
  'own-word': { type: 'boolean', about: 'The learner said so: without it no handle is joined' },
  'no-compute': { type: 'boolean', about: 'Leave the touched courses to a later "kith compute"' },
} as const;

export const match = defineCommand({
  name: 'match',
  summary: 'Who is one person across sources: suggestions, conflicts, and words that can be taken back',
  usage: [
    'match list',
    'match find <word>',
    'match log',
    'match join <account> <account> [--why <reason>] [--own-word]',
    'match part <account> <account> [--why <reason>]',
    'match split <account…> [--why <reason>]',
    'match ignore <sign> [--why <reason>]',
    'match undo <change> [--why <reason>]',
  ],
  options,
  examples: ['match', 'match find "ana silva"', 'match join 412 97 --why "asked her"', 'match undo 8'],

  async run(context, { values, words }) {
    const known = ['find', 'log', 'join', 'part', 'split', 'ignore', 'undo', 'list'] as const;
    const [word, rest] = subcommand('match', words, known);
    if (word === 'list') return list(context);
    if (word === 'log') return log(context);
    if (word === 'find') return find(context, required('A name, an address or a key', rest[0]));
    await say(context, wishOf(word, rest, values), values.why);
    if (values['no-compute'] !== true) await computeNow(context, undefined);
    return 0;
  },
});

function wishOf(kind: Wish['kind'], words: readonly string[], values: Arguments<typeof options>['values']): Wish {
  if (kind === 'ignore') {
    const sign = required('The sign, as "kith match" prints it', words[0]);
    if (!/^[0-9a-f-]{36}$/.test(sign)) throw new UsageError(`"${sign}" is no sign of the list.`, 'kith match');
    return { kind, sign };
  }
  if (kind === 'undo') {
    return { kind, changeId: required('The number of the change', whole('The change', words[0])) };
  }
  const accountIds = words.map((text) => required('The account', whole('The account', text)));
  const [first, second] = accountIds;
  if (kind === 'split') {
    if (first === undefined) throw new UsageError('Say which accounts leave.', 'kith match split <account…>');
    return { kind, accountIds };
  }
  if (first === undefined || second === undefined || accountIds.length > 2) {
    throw new UsageError('Say which two accounts.', `kith match ${kind} <account> <account>`);
  }
  return kind === 'part'
    ? { kind, accountIds: [first, second] }
    : { kind, accountIds: [first, second], ownWord: values['own-word'] === true };
}

async function say({ db, institution, out }: CommandContext, wish: Wish, why: string | undefined): Promise<void> {
  const { institutionId } = await institution();
  const open = await db();
  const changeId = await askChange(open, institutionId, wish, why);
  await carryOut(open, institutionId, changeId);
  out.one({ change: changeId, done: true, takeBack: `kith match undo ${changeId}` });
}

async function list({ db, institution, out }: CommandContext): Promise<number> {
  const { suggestions, conflicts, unmatched } = await matchesOf(await db(), (await institution()).institutionId);
  out.rows([
    ...suggestions.map(({ course, rule, seen, listed, said, otherSaid, traces }) => ({
      what: 'may be one',
      course,
      account: seen.accountId,
      is: called(seen),
      other: listed.accountId,
      otherIs: called(listed),
      evidence: `${rule === 'name' ? 'the same name, once on each side' : 'the same address'}: ${said} = ${otherSaid}; seen ${traces} times`,
    })),
    ...conflicts.map(({ sign, scheme, value, accounts }) => ({
      what: 'leads to two',
      sign,
      evidence: `${scheme} ${value}`,
      accounts: accounts.map((account) => `${account.accountId} (${called(account)})`).join(', '),
    })),
    ...unmatched.map(({ course, seenOnly, listed }) => ({ what: 'only seen', course, seenOnly, listed })),
  ]);
  if (suggestions.length > 0)
    out.say('kith match join <account> <account> makes two one; kith match part says they are two.');
  if (conflicts.length > 0) out.say('kith match ignore <sign> lets a shared address join nobody.');
  if (suggestions.length + conflicts.length + unmatched.length === 0)
    out.say('Nobody waits: everybody seen is somebody of a roster.');
  return 0;
}

async function log({ db, institution, out }: CommandContext): Promise<number> {
  const { changes } = await matchesOf(await db(), (await institution()).institutionId);
  out.rows(
    changes.map(({ changeId, askedAt, kind, state, by, runId, why, message, moved, undone, accounts }) => ({
      change: changeId,
      at: askedAt,
      kind,
      state: undone ? 'taken back' : state,
      by: by ?? (runId === null ? 'command line' : `load ${runId}`),
      accounts: accounts.map(called).join(', '),
      moved,
      why: why ?? message,
    })),
  );
  return 0;
}

async function find({ db, institution, out }: CommandContext, word: string): Promise<number> {
  const lines = await accountLines(await db(), (await institution()).institutionId, word);
  if (lines.length === 0) out.say('No account is called that.');
  else out.rows(lines);
  return 0;
}

const called = ({ source, key, name }: SaidAccount): string => `${name ?? key} in ${source}`;
