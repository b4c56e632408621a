import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { getCourseWeek, listCourses, listWaitingPosts, markStaff } from '../contract/course.ts';
import { learnersOnly } from '../plugins/learners-only.ts';
import { notFound } from '../problem.ts';
import { courseWeek, storedWeek } from '../queries/course-week.ts';
import { courses } from '../queries/courses.ts';
import { markStaff as mark } from '../queries/mark-staff.ts';
import { waitingPosts } from '../queries/waiting-posts.ts';
import { listOldNumbers } from '../contract/old-numbers.ts';
import { oldNumbers } from '../queries/old-numbers.ts';
import { speechIn } from '../words/speech-in.ts';
import { schemaOf } from './schema-of.ts';

export const courseRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(listOldNumbers.url, { schema: schemaOf(listOldNumbers) }, (request) =>
    request.read((db) => oldNumbers(db, request.query.courseId)),
  );

  app.get(listCourses.url, { schema: schemaOf(listCourses) }, (request) =>
    request.read((db, reader) => courses(db, reader.learnerCourses)),
  );

  app.get(getCourseWeek.url, { schema: schemaOf(getCourseWeek) }, async (request) => {
    const { courseId } = request.params;
    const named = request.reader?.learnerCourses.includes(courseId) ?? false;
    const found = await request.read((db) => courseWeek(db, { courseId, week: request.query.week, named }));
    if (!found) throw notFound('course');
    const subjects = found.busiestPosters.map(({ personId }) => personId);
    if (subjects.length > 0)
      await request.logView({ action: 'view_list', courseId, subjects, reason: 'course access' });
    return speechIn(request.language).courseWeek(found);
  });

  app.get(listWaitingPosts.url, { schema: schemaOf(listWaitingPosts), preHandler: learnersOnly }, async (request) => {
    const { courseId } = request.params;
    const posts = await request.read(async (db) => {
      const stored = await storedWeek(db, courseId, request.query.week);
      return waitingPosts(db, courseId, request.query.week === undefined ? null : (stored?.asOf ?? null));
    });
    const subjects = [...new Set(posts.flatMap(({ authorId }) => authorId ?? []))];
    if (subjects.length > 0)
      await request.logView({ action: 'view_waiting', courseId, subjects, reason: 'course access' });
    return posts;
  });

  app.post(markStaff.url, { schema: schemaOf(markStaff), preHandler: learnersOnly }, async (request) => {
    const { courseId } = request.params;
    const marked = await request.write((db) => mark(db, courseId, request.body.personIds));
    await request.logView({
      action: 'mark_staff',
      courseId,
      subjects: request.body.personIds,
      reason: 'course access',
    });
    return { marked };
  });
};
