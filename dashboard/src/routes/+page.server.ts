import { listCourses } from '@kith/api/contract/course.ts';
import { call } from '#lib/api/call.server.ts';
import { redirect } from '@sveltejs/kit';
import { teaches } from '#lib/components/shell/teaches.ts';
import { mondayPath } from '#lib/paths.ts';
import type { PageServerLoad } from './$types';

/** Who teaches begins with the page of the week; their courses are one click away, as everybody else's first page. */
export const load: PageServerLoad = async ({ fetch, locals, url }) => {
  if (teaches(locals.me) && !url.searchParams.has('courses')) redirect(303, mondayPath());
  return { courses: await call(fetch, listCourses, {}) };
};
