import type { RecordInput } from '../../records/record.ts';

type Claim = NonNullable<Extract<RecordInput, { type: 'person' }>['claims']>[number];

export interface Guest {
  readonly email?: string | undefined;
  /** Whether the address is that of an account of the house, not one typed at the door. */
  readonly vouched?: boolean;
  readonly account?: Pick<Claim, 'scheme' | 'value'> | undefined;
  readonly name?: string | undefined;
}

/** By account, else address, else name. Undefined: nobody is named. */
export function personOf({
  email,
  vouched = false,
  account,
  name = '',
}: Guest): Extract<RecordInput, { type: 'person' }> | undefined {
  const displayName = name.normalize('NFC').trim();
  const address = email?.trim().toLowerCase();
  const key = [account?.value, address, displayName && `name:${displayName.toLowerCase()}`].find(Boolean);
  if (!key) return undefined;
  return {
    type: 'person',
    key,
    ...(displayName ? { displayName } : {}),
    claims: [
      ...(account ? [{ ...account, verified: true }] : []),
      ...(address ? [{ scheme: 'email' as const, value: address, verified: vouched }] : []),
      ...(displayName ? [{ scheme: 'display_name' as const, value: displayName }] : []),
    ],
  };
}

export function earliest(instants: readonly string[]): string | undefined {
  return instants.toSorted((one, other) => Date.parse(one) - Date.parse(other)).at(0);
}

export function latest(instants: readonly string[]): string | undefined {
  return instants.toSorted((one, other) => Date.parse(one) - Date.parse(other)).at(-1);
}
