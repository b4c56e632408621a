import { listDefinitions, listOwnDefinitions } from '@kith/api/contract/definitions.ts';
import { call } from '#lib/api/call.server.ts';
import type { PageServerLoad } from './$types';

/** The page is open to everybody; since when and for whom something holds here is told to those who are signed in. */
export const load: PageServerLoad = async ({ fetch, locals }) => ({
  methods: await call(fetch, listDefinitions, {}),
  here: locals.me ? await call(fetch, listOwnDefinitions, {}) : null,
});
