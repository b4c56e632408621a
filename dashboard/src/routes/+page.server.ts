import { listCourses } from '@kith/api/contract/course.ts';
import { call } from '#lib/api/call.server.ts';
import { redirect } from '@sveltejs/kit';
import { staff } from '#lib/components/shell/staff.ts';
import { supports, teaches } from '#lib/components/shell/teaches.ts';
import { mondayPath, myDataPath, supportPath } from '#lib/paths.ts';
import type { PageServerLoad } from './$types';

/**
 * Who teaches begins with the page of the week, student support with their cases; the courses are one click away, as
 * everybody else's first page. A learner's first page is what Kith holds of them.
 */
export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  if (teaches(locals.me) && !url.searchParams.has('courses')) redirect(303, mondayPath());
  if (supports(locals.me) && !url.searchParams.has('courses')) redirect(303, supportPath());
  if (locals.me !== null && !staff(locals.me) && !url.searchParams.has('courses')) redirect(303, myDataPath());
  return { courses: await call(fetch, listCourses, {}) };
};
