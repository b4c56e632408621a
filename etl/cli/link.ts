import { makeLink } from '../identity/sign-in-link.ts';
import type { CommandContext } from './command.ts';

/** Long enough to be sent on a Friday and opened on a Monday. */
const usualHours = 72;

interface LinkOptions {
  readonly hours?: number | undefined;
  readonly reusable?: boolean;
  readonly purpose?: 'sign_in' | 'password';
}

/** A one-time sign-in link, or one that sets a password, on the address people use. */
export async function linkFor(
  context: CommandContext,
  institutionId: number,
  personId: number,
  { hours = usualHours, reusable = false, purpose = 'sign_in' }: LinkOptions = {},
): Promise<{ link: string; validUntil: string }> {
  const token = await makeLink(await context.db(), { institutionId, personId, hours, reusable, purpose });
  return {
    link: purpose === 'password' ? passwordAddress(context.address, token) : signInAddress(context.address, token),
    validUntil: new Date(Date.now() + hours * 3_600_000).toISOString(),
  };
}

export const signInAddress = (address: string, token: string): string => `${address}/sign-in?token=${token}`;

const passwordAddress = (address: string, token: string): string => `${address}/sign-in/password?token=${token}`;
