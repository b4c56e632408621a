import type { SecretKey } from '@kith/sql/secret-key.ts';
import type { Mailer } from '../mail/mailer.ts';
import { linkOf, type Invitation } from './link.ts';
import { invitationWords, type InvitedTo } from './words.ts';

interface Post {
  readonly mailer: Mailer;
  readonly secretKey: SecretKey;
  /** Where people reach Kith. */
  readonly address: string;
}

/** Sends one invitation with its link. @throws when the mail server does not take it */
export async function sendInvitation(
  { mailer, secretKey, address }: Post,
  invitation: Invitation & InvitedTo,
  to: string,
): Promise<void> {
  const words = invitationWords(invitation, `${address}/pulse/${linkOf(secretKey, invitation)}`);
  await mailer.send({ to, replyTo: null, fromName: invitation.course, ...words });
}
