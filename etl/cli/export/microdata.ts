import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { readEnvironment } from '@kith/sql/environment.ts';
import { approvedExports, folderOf, type Format } from '../../exports/approved-export.ts';
import { carryOut } from '../../exports/carry-out.ts';
import { askExport, decideExport, endExport, listExports, type Decided } from '../../exports/requests.ts';
import type { Content } from '../../exports/tables/index.ts';
import { personNamed } from '../../identity/people.ts';
import { unitNamed } from '../../organisation/units.ts';
import { wholeInstitution } from '../../roll-up/tree.ts';
import type { CommandContext } from '../command.ts';
import { Failure } from '../trouble.ts';

interface Wish {
  readonly researcher: string;
  readonly contents: readonly Content[];
  readonly unit?: string | undefined;
  readonly format: Format;
  readonly least: 5 | 10;
  readonly purpose: string;
}

/** Asks for a researcher, as their page does. */
export async function ask({ db, institution, out }: CommandContext, wish: Wish): Promise<void> {
  const { institutionId } = await institution();
  const open = await db();
  const { personId } = await personNamed(open, institutionId, wish.researcher);
  const unitId = wish.unit === undefined ? wholeInstitution : await unitNamed(open, institutionId, wish.unit);
  const { contents, format, purpose, least: minLearners } = wish;
  const exportId = await askExport(
    open,
    { institutionId, personId },
    { unitId, contents, format, minLearners, purpose },
  );
  if (exportId === null) {
    throw new Failure(
      `${wish.researcher} is no researcher there.`,
      `kith grant ${wish.researcher} researcher${wish.unit === undefined ? '' : ` --unit ${wish.unit}`}`,
    );
  }
  out.one({ export: exportId, state: 'asked' });
  out.say(`A steward approves it: kith export approve ${String(exportId)} --by <address> --until <day>`);
}

interface Word {
  readonly exportId: number;
  readonly steward: string;
  readonly word: 'approve' | 'decline' | 'end';
  readonly until: Date | null;
  readonly remark: string | null;
}

const refusals: Readonly<Record<Exclude<Decided, 'done'>, string>> = {
  not_waiting: 'There is no such export, or it does not wait.',
  no_steward: 'Only a data steward or an admin decides about exports.',
  own: 'Nobody approves what they asked for themselves.',
  no_researcher: 'Who asked is no researcher of that part of the institution any more.',
  no_end: 'Its end must lie ahead, and within three years: --until 2027-01-31',
};

/** What a steward says to it. */
export async function decide({ db, institution, out }: CommandContext, said: Word): Promise<void> {
  const { institutionId } = await institution();
  const open = await db();
  const { personId } = await personNamed(open, institutionId, said.steward);
  const who = { institutionId, personId };
  const decided =
    said.word === 'end'
      ? await endExport(open, who, said.exportId)
      : await decideExport(open, who, { ...said, word: said.word });
  if (decided !== 'done') throw new Failure(refusals[decided], 'kith export list');
  if (said.word === 'approve')
    out.say(`Approved. It is made under "kith up", or now: kith export make ${String(said.exportId)}`);
  else out.say(said.word === 'decline' ? 'Declined.' : 'Ended. Its files go as soon as Kith is up.');
}

/** Makes an approved export now, again or further on, and copies its files where they are wanted. */
export async function make(context: CommandContext, exportId: number, target: string | undefined): Promise<void> {
  const { institutionId } = await context.institution();
  const db = await context.db();
  const wish = (await approvedExports(db, institutionId)).find((one) => one.exportId === exportId);
  if (wish === undefined) throw new Failure('There is no such export, or it is not approved.', 'kith export list');
  const { dir: folder } = readEnvironment();
  const progress = context.progress('Reading courses');
  const onCourse = (done: number, of: number) => progress.update(done, of);
  const manifest = await carryOut(db, wish, { folder, onCourse, signal: context.signal }).finally(() => progress.end());
  context.out.rows(
    manifest.files.map(({ name, rows, bytes, sha256 }) => ({ file: name, rows, bytes, sha256 })),
    { file: 'file', rows: 'rows', bytes: 'bytes', sha256: 'SHA-256' },
  );
  if (manifest.since !== null) {
    context.out.warn(
      `Not the files of before: ${String(manifest.since.erasures)} people were erased and ${String(manifest.since.optOuts)} opted out since.`,
    );
  }
  const made = folderOf(folder, wish);
  if (target === undefined) {
    context.out.say(`They are in ${made}. ${manifest.terms}`);
    return;
  }
  await mkdir(target, { recursive: true, mode: 0o700 });
  for (const name of ['manifest.json', ...manifest.files.map((file) => file.name)]) {
    await cp(path.join(made, name), path.join(target, name));
  }
  context.out.say(
    `They are in ${target}. Kith forgets nobody there, and removes nothing at the end. ${manifest.terms}`,
  );
}

export async function list({ db, institution, out }: CommandContext): Promise<void> {
  const rows = await listExports(await db(), (await institution()).institutionId);
  if (rows.length === 0) out.say('Nobody has asked for an export. "kith export ask" does.');
  else
    out.rows(rows, {
      export: 'export',
      state: 'state',
      contents: 'contents',
      unit: 'of',
      until: 'until',
      purpose: 'purpose',
    });
}
