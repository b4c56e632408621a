import { listProgrammes } from '@kith/api/contract/programmes.ts';
import { call } from '#lib/api/call.server.ts';
import type { PageServerLoad } from './$types';

/** Every part of the institution whose numbers the reader may see. */
export const load: PageServerLoad = async ({ fetch }) => ({ programmes: await call(fetch, listProgrammes, {}) });
