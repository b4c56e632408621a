import { readFile, rename, rm, writeFile } from 'node:fs/promises';

import { z } from 'zod';

import { placeOf, type Claim } from './claim.ts';

/** What came of one parcel of a claim, or of a file that belongs to none. */
export const Finding = z.object({
  id: z.string(),
  /** Files as they lie below the claim. */
  files: z.array(z.string()),
  runId: z.number().nullable(),
  /** Why it was refused; null: it was taken. */
  trouble: z.string().nullable(),
  /** What whoever looks at the file later should know; null: nothing. */
  note: z.string().nullable(),
});
export type Finding = z.infer<typeof Finding>;

const Findings = z.object({ complete: z.boolean(), found: z.array(Finding) });
export type Findings = z.infer<typeof Findings>;

const noteOf = (claim: Claim): string => `${placeOf(claim)}.json`;

/** What was found before a run was cut off. */
export async function readFindings(claim: Claim): Promise<Findings> {
  const text = await readFile(noteOf(claim), 'utf8').catch(() => undefined);
  return text === undefined ? { complete: false, found: [] } : Findings.parse(JSON.parse(text));
}

/**
 * Keeps what was found beside the files, so that a run that is killed reads nothing again. Whole or not at all: a note
 * that is cut off takes no one's place.
 */
export async function keepFindings(claim: Claim, findings: Findings): Promise<void> {
  const half = `${noteOf(claim)}.half`;
  await writeFile(half, JSON.stringify(findings), { flush: true });
  await rename(half, noteOf(claim));
}

export const forgetFindings = (claim: Claim): Promise<void> => rm(noteOf(claim), { force: true });
