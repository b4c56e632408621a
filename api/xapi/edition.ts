import { ProblemError } from '../problem.ts';
import type { Edition } from './rules/instants.ts';

/** The latest patch of each edition: what the receiver calls itself. */
export const latest: Readonly<Record<Edition, string>> = { '1.0': '1.0.3', '2.0': '2.0.0' };

/** Undefined: a version that the receiver does not speak, or none. */
export function editionOf(header: string | readonly string[] | undefined): Edition | undefined {
  if (typeof header !== 'string') return undefined;
  if (/^1\.0(?:\.\d+)?$/.test(header)) return '1.0';
  return /^2\.0(?:\.\d+)?$/.test(header) ? '2.0' : undefined;
}

export const unknownVersion = (): ProblemError =>
  new ProblemError(
    400,
    'No version that is spoken here',
    'The header X-Experience-API-Version is missing or names a version other than 1.0.x and 2.0.x.',
    'Send X-Experience-API-Version: 1.0.3.',
  );
