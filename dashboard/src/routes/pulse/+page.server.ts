import { listInvitations } from '@kith/api/contract/pulse.ts';
import { call } from '#lib/api/call.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch }) => ({ invitations: await call(fetch, listInvitations, {}) });
