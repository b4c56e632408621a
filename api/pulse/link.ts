import type { SecretKey } from '@kith/sql/secret-key.ts';

/** Who is asked, and in which round of which course. */
export interface Invitation {
  readonly institutionId: number;
  readonly courseId: number;
  readonly roundId: number;
  readonly personId: number;
}

/** An invitation as its link says it, and what the database remembers when it is used. */
export interface OpenedLink {
  readonly invitation: Invitation;
  /** The same for every link of one invitation; without the key it says of nobody. */
  readonly mark: Buffer;
}

const purpose = 'invitation to the belonging pulse';

const textOf = ({ institutionId, courseId, roundId, personId }: Invitation): string =>
  [institutionId, courseId, roundId, personId].join('/');

/**
 * The one-time link of an invitation: the invitation itself, sealed. No link is kept anywhere, so no table joins a link
 * with a person, and whoever is asked to write it down again writes a link to the same invitation.
 */
export const linkOf = (key: SecretKey, invitation: Invitation): string =>
  key.seal(textOf(invitation), purpose).toString('base64url');

/** Undefined: it was guessed, cut off, or made under another key. */
export function openLink(key: SecretKey, link: string): OpenedLink | undefined {
  let text: string;
  try {
    text = key.open(Buffer.from(link, 'base64url'), purpose);
  } catch {
    return undefined; // whatever it was, it is no link of ours
  }
  const [institutionId, courseId, roundId, personId] = text.split('/').map(Number) as [number, number, number, number];
  const invitation = { institutionId, courseId, roundId, personId };
  return { invitation, mark: key.mark(text, purpose) };
}
