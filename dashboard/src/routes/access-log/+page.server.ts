import { getLogSeals, readAccessLog } from '@kith/api/contract/access-log.ts';
import { call } from '#lib/api/call.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url }) => {
  // A field of the form that was left empty is no filter.
  const given = (name: string) =>
    url.searchParams.get(name) === '' ? undefined : (url.searchParams.get(name) ?? undefined);
  const [reader, day, before] = [given('reader'), given('day'), given('before')];
  const [entries, seals] = await Promise.all([
    call(fetch, readAccessLog, { query: { reader, day, before } }),
    call(fetch, getLogSeals, {}),
  ]);
  return { reader, day, before, entries, seals };
};
