import type { Me } from '../../api/types.ts';

/** Whether somebody has a role beside that of a learner. To a learner their own data is what there is. */
export const staff = (me: Me | null): boolean => me?.roles.some((role) => role !== 'learner') ?? false;
