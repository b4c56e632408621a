import { fileCodes } from './reject-codes/files.ts';
import { rowCodes } from './reject-codes/rows.ts';

/** What one code of a refusal means to the person who has to mend it. */
export interface RejectCode {
  /** A row that is refused alone, or a file of which nothing is written. */
  readonly kind: 'row' | 'file';
  readonly means: string;
  /** What to do now. */
  readonly next: string;
}

export type RejectCodeId = keyof typeof fileCodes | keyof typeof rowCodes;

/** Every code that a reject or an UnreadableFile can carry, alphabetically. The page docs/reference/rejects.md is made of it. */
export const rejectCodes = Object.fromEntries(
  [...kindOf('row', rowCodes), ...kindOf('file', fileCodes)].sort(([one], [other]) => (one < other ? -1 : 1)),
) as Readonly<Record<RejectCodeId, RejectCode>>;

function kindOf(kind: RejectCode['kind'], codes: Readonly<Record<string, Omit<RejectCode, 'kind'>>>) {
  return Object.entries(codes).map(([code, paragraph]): [string, RejectCode] => [code, { kind, ...paragraph }]);
}
