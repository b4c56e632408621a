import type { Me } from '../../api/types.ts';

/** Whether somebody has a Monday: they teach a course, or assist in one. */
export const teaches = (me: Me | null): boolean =>
  me?.roles.some((role) => role === 'instructor' || role === 'assistant') ?? false;

/** Whether cases may be handed over to them. */
export const supports = (me: Me | null): boolean => me?.roles.includes('support') ?? false;
