import { listDefinitions } from '@kith/api/contract/definitions.ts';
import { call } from '#lib/api/call.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch }) => ({ methods: await call(fetch, listDefinitions, {}) });
