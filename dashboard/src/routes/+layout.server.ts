import { listOldNumbers } from '@kith/api/contract/old-numbers.ts';
import { ask, type Fetch } from '#lib/api/call.server.ts';
import type { OldCourse } from '#lib/api/types.ts';
import type { LayoutServerLoad } from './$types';

/** Reads the route, so that every other page brings a fresh "now" for "6 days ago"; a filter or a choice does not. */
export const load: LayoutServerLoad = async ({ fetch, locals, route, params }) => ({
  me: locals.me,
  language: locals.language,
  locale: locals.locale,
  theme: locals.theme,
  zone: locals.zone,
  route: route.id,
  now: Date.now(),
  older: locals.me === null ? [] : await older(fetch, route.id, params.courseId),
});

/** Pages that show numbers of courses. The course page itself says it with the load and its reason. */
async function older(fetch: Fetch, route: string | null, courseId: number | undefined): Promise<OldCourse[]> {
  const isCourse = courseId !== undefined && route !== '/courses/[courseId=id]';
  if (!isCourse && route !== '/' && route !== '/monday') return [];
  const answer = await ask(fetch, listOldNumbers, {
    query: courseId === undefined ? {} : { courseId },
  });
  return answer.ok ? answer.value : [];
}
