import { stat } from 'node:fs/promises';
import type { Db } from '@kith/sql/connect.ts';
import { termDays } from '../../organisation/terms.ts';
import { makeReport } from '../../reports/make.ts';
import type { PrintedKind } from '../../reports/wanted.ts';
import type { CommandContext } from '../command.ts';
import { Failure, UsageError } from '../trouble.ts';
import { partNamed } from './part.ts';

interface Asked {
  readonly unit?: string | undefined;
  readonly course?: string | undefined;
  readonly term?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly least: 5 | 10;
  readonly out: string;
}

/** Makes a printed report now: HTML, PDF and their manifest. */
export async function print({ db, institution, out }: CommandContext, kind: PrintedKind, asked: Asked): Promise<void> {
  const { institutionId } = await institution();
  const open = await db();
  const part = await partNamed(open, institutionId, kind, asked);
  const span = await spanOf(open, institutionId, asked);
  if (await isThere(asked.out)) throw new Failure(`${asked.out} is there already.`, 'Say a folder that is new: --out');
  const manifest = await makeReport(open, { ...part, kind, format: 'print', span, least: asked.least }, asked.out);
  out.rows(
    manifest.files.map(({ name, bytes, sha256 }) => ({ file: name, bytes, sha256 })),
    { file: 'file', bytes: 'bytes', sha256: 'SHA-256' },
  );
  out.say(`They are in ${asked.out}: ${manifest.of}, weeks of ${manifest.weeks.from} to ${manifest.weeks.to}.`);
}

async function spanOf(db: Db, institutionId: number, { term, from, to }: Asked) {
  if (term === undefined) return { from: mondayOf(from), to: to ?? null };
  if (from !== undefined || to !== undefined) throw new UsageError('Say --term, or --from and --to.');
  const { startsOn, endsOn } = await termDays(db, institutionId, term);
  return { from: mondayOf(startsOn), to: endsOn };
}

/** Of the week a day lies in. */
function mondayOf(day: string | undefined): string | null {
  if (day === undefined) return null;
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return at.toISOString().slice(0, 10);
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
