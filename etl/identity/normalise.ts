import { hash } from 'node:crypto';

import type { SourceSettings } from '../load/source.ts';
import type { RecordOf } from '../records/record.ts';

type Said = RecordOf<'person'>['claims'][number];

/** A claim as it is kept and compared. */
export interface Claim {
  readonly scheme: string;
  /** Empty where the value means the same whoever issued it. */
  readonly issuer: string;
  readonly value: string;
  readonly verified: boolean;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** Schemes whose values are the same person's wherever they appear. */
const issuerless = new Set(['email', 'email_sha1', 'email_sha256', 'sis', 'upn', 'entra_oid', 'google_id', 'openid']);
/** Schemes that mean something inside one source only. */
const ownToSource = new Set(['lms', 'username']);

/**
 * Claims in the form in which they are compared (reference/connectors §4), with those that follow from them: the SHA-1
 * of every address, which is how xAPI may name it; the account of another source that an xAPI home page stands for;
 * and, where the source's settings say so, the address that a user principal name is.
 */
export function normalisedClaims(said: readonly Said[], source: { name: string; settings: SourceSettings }): Claim[] {
  const claims = new Map<string, Claim>();
  for (const each of said) {
    for (const claim of following(normalised(each, source), each.value.trim(), source.settings)) {
      const id = `${claim.scheme}\0${claim.issuer}\0${claim.value}`;
      const known = claims.get(id);
      if (!known || (claim.verified && !known.verified)) claims.set(id, claim);
    }
  }
  return [...claims.values()];
}

function normalised(said: Said, { name, settings }: { name: string; settings: SourceSettings }): Claim {
  const { scheme, issuer = '', value, verified, from, to } = said;
  const text = value.normalize('NFC').trim();
  const isAddress = scheme === 'email' || scheme === 'upn';
  const isHex = scheme === 'email_sha1' || scheme === 'email_sha256';
  return {
    scheme,
    issuer: issuerless.has(scheme) ? '' : issuer === '' && ownToSource.has(scheme) ? name : issuer,
    value: isAddress ? address(text, settings.emailDomains) : isHex ? text.toLowerCase() : text,
    // A shared mailbox is a way to reach somebody, never a sign of who it is.
    verified: verified && !(isAddress && isShared(text.toLowerCase(), settings)),
    from,
    to,
  };
}

/** Lower case, with the domain that stands for its aliases. Dots and plus signs stay: they may be different mailboxes. */
function address(text: string, domains: Readonly<Record<string, string>>): string {
  const [local, domain] = [text.slice(0, text.lastIndexOf('@') + 1), text.slice(text.lastIndexOf('@') + 1)];
  return (local + (domains[domain.toLowerCase()] ?? domain)).toLowerCase();
}

function following(claim: Claim, raw: string, settings: SourceSettings): Claim[] {
  if (claim.scheme === 'upn' && settings.upnIsEmail && !isShared(claim.value, settings)) {
    return [claim, ...following({ ...claim, scheme: 'email', verified: true }, raw, settings)];
  }
  if (claim.scheme === 'email' && claim.verified) {
    // Somebody hashed the address as it was written, somebody else in lower case.
    const spellings = [claim.value, raw].map((text) => hash('sha1', `mailto:${text}`, 'hex'));
    return [claim, ...spellings.map((value) => ({ ...claim, scheme: 'email_sha1', value }))];
  }
  const home = claim.scheme === 'account' ? settings.accountHomePages[claim.issuer] : undefined;
  return home ? [claim, { ...claim, scheme: home.name === 'id' ? 'lms' : 'username', issuer: home.source }] : [claim];
}

/** Mailboxes that nobody owns alone, whatever the institution. */
const sharedMailbox = /^(?:no-?reply|do-?not-?reply|postmaster|mailer-daemon|admin|info|office|support|helpdesk)@/;

/** Whether an address may join two accounts. */
const isShared = (email: string, { sharedEmails }: SourceSettings): boolean =>
  sharedMailbox.test(email) || sharedEmails.some((each) => each.toLowerCase().trim() === email);
