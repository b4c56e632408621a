import { differences, type Change } from '../definitions/change.ts';
import { ownDefinitions } from '../definitions/list.ts';
import { definitionIds, shipped } from '../definitions/overridable.ts';
import { backToAbove, redefineFor } from '../definitions/own.ts';
import { inForceAt, readTimeline } from '../definitions/timeline.ts';
import { unitNamed } from '../organisation/units.ts';
import { defineCommand, type CommandContext } from './command.ts';
import { subcommand } from './subcommand.ts';
import { UsageError } from './trouble.ts';
import { instant, oneOf, required } from './values.ts';

export const definition = defineCommand({
  name: 'definition',
  summary: 'Weights, thresholds and anchors of the numbers, for the institution or a programme',
  usage: [
    'definition list',
    'definition show <definition> [--unit <key>]',
    'definition set <definition> <name>=<value> … [--unit <key>] [--note <text>] [--from <instant>]',
    'definition back <definition> [--unit <key>] [--note <text>]',
  ],
  options: {
    unit: {
      type: 'string',
      value: 'key',
      about: 'For this programme or faculty and all below it; else the institution',
    },
    note: { type: 'string', value: 'text', about: 'Why: it stands on the methods page' },
    from: { type: 'string', value: 'instant', about: 'In force from; only before any week that was shown (else now)' },
  },
  examples: [
    'definition show isolation',
    'definition set isolation weights.voice=5 weights.felt_belonging=15 --unit bsc-env --note "Decided by the board"',
    'definition set alerts quietWeeks=3',
    'definition back isolation --unit bsc-env',
  ],

  async run(context, { values, words }) {
    const [word, rest] = subcommand('definition', words, ['set', 'show', 'back', 'list']);
    if (word === 'list') return list(context);
    const { institutionId } = await context.institution();
    const db = await context.db();
    const unitId = values.unit === undefined ? 0 : await unitNamed(db, institutionId, values.unit);
    const id = required('The definition', oneOf('The definition', rest[0], definitionIds));
    const since = instant('--from', values.from) ?? new Date();
    const own = { institutionId, unitId, definition: id, note: values.note ?? null, since };
    if (word === 'back') {
      await backToAbove(db, own);
      context.out.one({ definition: id, unit: values.unit ?? null, since: since.toISOString(), version: null });
      return 0;
    }
    const before = inForceAt(await readTimeline(db, institutionId, { unitId }), since.getTime())[id];
    if (word === 'show') {
      context.out.rows(
        differences({}, before).map(({ path, value }) => ({ name: path, value, shipped: valueAt(path, id) })),
      );
      return 0;
    }
    if (rest.length < 2) throw new UsageError('Nothing to set was given.', 'Write weights.voice=5, for instance.');
    const made = await redefineFor(db, own, rest.slice(1).map(change));
    context.out.rows(
      differences(before, made).map((one) => ({
        name: one.path,
        before: one.before,
        now: one.value,
        version: made.version,
      })),
    );
    return 0;
  },
});

/** `weights.voice=5`; numbers are numbers, everything else is text. */
function change(word: string): Change {
  const [, path, text] = /^([A-Za-z_][\w.]*)=(.+)$/.exec(word) ?? [];
  if (path === undefined || text === undefined)
    throw new UsageError(`"${word}" says no name and value.`, 'Write weights.voice=5.');
  return { path, value: Number.isNaN(Number(text)) ? text : Number(text) };
}

const valueAt = (path: string, id: keyof typeof shipped): unknown =>
  differences({}, shipped[id]).find((one) => one.path === path)?.value ?? null;

async function list({ db, institution, out }: CommandContext): Promise<number> {
  const all = await ownDefinitions(await db(), (await institution()).institutionId);
  if (all.length === 0) out.say('Everything is as it came. "kith definition set" changes a number for a programme.');
  else {
    out.rows(
      all.map(({ unit, definition: id, since, version, changes, note }) => ({
        unit: unit ?? 'institution',
        definition: id,
        since: since.toISOString(),
        version,
        changes: changes.map(({ path, before, value }) => `${path} ${String(before)} -> ${String(value)}`).join(', '),
        note,
      })),
    );
  }
  return 0;
}
