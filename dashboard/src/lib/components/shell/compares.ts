import type { Me } from '../../api/types.ts';

/** Whether somebody compares courses: they lead a programme, or do research on several. */
export const compares = (me: Me | null): boolean =>
  me?.roles.some((role) => role === 'lead' || role === 'researcher') ?? false;
