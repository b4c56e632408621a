import { readFile } from 'node:fs/promises';
import type { Language } from '../../print/document.ts';
import { letterheadOf, logoOf, setLetterhead } from '../../reports/letterhead.ts';
import type { CommandContext } from '../command.ts';
import { Failure } from '../trouble.ts';

const mostBytes = 1024 * 1024;

/** Sets language and logo of all reports, and says what holds. A null logo takes it away. */
export async function letterhead(
  { db, institution, out }: CommandContext,
  { language, logo }: { readonly language: Language | undefined; readonly logo: string | null | undefined },
): Promise<void> {
  const { institutionId } = await institution();
  const open = await db();
  const read = typeof logo === 'string' ? await logoFrom(logo) : logo;
  if (language !== undefined || read !== undefined) await setLetterhead(open, institutionId, { language, logo: read });
  const now = await letterheadOf(open, institutionId);
  out.one({ institution: now.institution, language: now.language, logo: now.logo?.type ?? 'none' });
}

async function logoFrom(file: string) {
  const bytes = await readFile(file).catch(() => null);
  const found = bytes === null || bytes.length > mostBytes ? null : logoOf(bytes);
  if (found === null)
    throw new Failure(`${file} is no PNG or JPEG of at most a megabyte.`, 'Save it as one of them: --logo logo.png');
  return found;
}
