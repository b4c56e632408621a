import { extension } from './extensions.ts';
import type { Statement } from './statement.ts';

/** One run of a BigBlueButton room; the room itself keeps its id from week to week. */
export function sessionId({ context }: Statement): string | undefined {
  const id = extension(context?.extensions, 'https://w3id.org/xapi/cmi5/context/extensions/sessionid');
  return typeof id === 'string' && id !== '' ? id : undefined;
}
