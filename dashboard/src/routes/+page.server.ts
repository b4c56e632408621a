import { listCourses } from '@kith/api/contract/course.ts';
import { call } from '#lib/api/call.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch }) => ({ courses: await call(fetch, listCourses, {}) });
