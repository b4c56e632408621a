import type { Me } from '../../api/types.ts';

/** Whether somebody has any role. Who has none is a learner here: their own data is what there is for them. */
export const staff = (me: Me | null): boolean => me !== null && me.roles.length > 0;
