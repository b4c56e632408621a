import type { FastifyRequest } from 'fastify';
import { notFound } from '../problem.ts';

/**
 * Before the handlers of pages that show one learner after the other: whoever sees only the course's numbers gets the
 * same answer as for a course that is not there. Row-level security would give them an empty page.
 */
export async function learnersOnly({ params, reader }: FastifyRequest): Promise<void> {
  const { courseId } = params as { readonly courseId: number };
  if (reader?.learnerCourses.includes(courseId) !== true) throw notFound('course');
}
