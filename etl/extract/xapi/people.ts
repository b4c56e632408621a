import type { RecordInput } from '../../records/record.ts';
import type { Actor, Agent } from './statement.ts';

export type PersonRecord = Extract<RecordInput, { type: 'person' }>;
type Claim = NonNullable<PersonRecord['claims']>[number];

/**
 * The persons an actor stands for: itself, or the members of a group. Empty: no identifier, or a group whose members
 * the statement does not name.
 */
export function peopleOf(actor: Actor, namedOnly = false): PersonRecord[] {
  const agents = actor.member ?? (actor.objectType === 'Group' ? [] : [actor]);
  return agents.flatMap((agent) => personOf(agent, namedOnly) ?? []);
}

/**
 * An agent as a person. BigBlueButton writes the display name where the account belongs (`namedOnly`): such an
 * account is a name to suggest a match by, never an id to join on.
 */
export function personOf(agent: Agent, namedOnly = false): PersonRecord | undefined {
  const claims = claimsOf(agent);
  const key = keyOf(agent);
  if (key === undefined) return undefined;
  if (namedOnly && agent.account) {
    const { name } = agent.account;
    return { type: 'person', key, displayName: name, claims: [{ scheme: 'display_name', value: name }] };
  }
  return { type: 'person', key, ...(agent.name !== undefined && { displayName: agent.name }), claims };
}

/** The specification allows one identifier; of several, the account leads, because addresses change. */
function keyOf({ account, mbox, mbox_sha1sum, openid }: Agent): string | undefined {
  if (account && account.name !== '') return `account:${account.homePage}|${account.name}`;
  if (mbox !== undefined) return isAddress(mbox) ? `mbox:${address(mbox).toLowerCase()}` : undefined;
  if (mbox_sha1sum !== undefined) return `mbox_sha1sum:${mbox_sha1sum.toLowerCase()}`;
  return openid === undefined ? undefined : `openid:${openid}`;
}

function claimsOf({ account, mbox, mbox_sha1sum, openid }: Agent): Claim[] {
  const claims: Claim[] = [];
  if (account && account.name !== '') {
    claims.push({
      scheme: 'account',
      value: account.name,
      ...(account.homePage !== '' && { issuer: account.homePage }),
    });
  }
  if (mbox !== undefined && isAddress(mbox)) claims.push({ scheme: 'email', value: address(mbox), verified: true });
  if (mbox_sha1sum) claims.push({ scheme: 'email_sha1', value: mbox_sha1sum.toLowerCase(), verified: true });
  if (openid) claims.push({ scheme: 'openid', value: openid, verified: true });
  return claims;
}

function isAddress(mbox: string): boolean {
  return /^(?:mailto:)?[^\s@]+@[^\s@]+$/i.test(mbox.trim());
}

/** As it was written: somebody else may have hashed it in this spelling. */
function address(mbox: string): string {
  return mbox
    .trim()
    .replace(/^mailto:/i, '')
    .normalize('NFC');
}
