import { z } from 'zod';
import { ProblemError } from '../problem.ts';

/** All that the next page needs: nothing is kept for it here, so it works as long as the statements do. */
const Page = z.strictObject({
  terms: z.array(z.int().nonnegative()).max(8),
  since: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional(),
  past: z.strictObject({ stored: z.iso.datetime(), no: z.int().nonnegative() }),
  ascending: z.boolean(),
  most: z.int().min(1).max(500),
  format: z.enum(['exact', 'ids', 'canonical']),
  attachments: z.boolean(),
});
export type Page = z.infer<typeof Page>;

export const moreOf = (page: Page): string => Buffer.from(JSON.stringify(page)).toString('base64url');

/** Throws where somebody wrote it by hand. */
export function pageOf(more: string): Page {
  try {
    return Page.parse(JSON.parse(Buffer.from(more, 'base64url').toString('utf8')));
  } catch {
    throw new ProblemError(
      400,
      'No such page',
      'The value of "more" is not one that this receiver gave.',
      'Take the address of "more" as it stands in the answer.',
    );
  }
}
