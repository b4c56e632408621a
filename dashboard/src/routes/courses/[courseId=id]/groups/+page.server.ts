import { getCourseWeek } from '@kith/api/contract/course.ts';
import { mixGroups } from '@kith/api/contract/groups.ts';
import { call } from '#lib/api/call.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, params, url }) => {
  const size = within(url.searchParams.get('size'), 2, 12, 4);
  const again = within(url.searchParams.get('again'), 0, 999, 0);
  const [{ course }, mixed] = await Promise.all([
    call(fetch, getCourseWeek, { params }),
    call(fetch, mixGroups, { params, query: { size, again } }),
  ]);
  return { course, mixed, size, again };
};

/** A whole number of the address; the usual one where it is none or out of range. */
function within(text: string | null, least: number, most: number, usual: number): number {
  const number = text === null || text === '' ? usual : Number(text);
  return Number.isInteger(number) && number >= least && number <= most ? number : usual;
}
