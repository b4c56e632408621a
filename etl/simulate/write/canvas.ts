import { instantOf } from '../calendar.ts';
import type { Course, Seat } from '../course.ts';
import type { Post } from '../forum.ts';
import { institution } from '../catalogue.ts';
import { type Learner, nameOf, type Person } from '../people.ts';
import { csvText } from './csv.ts';
import type { Files } from './files.ts';

/** A course's own id in Canvas. */
export const canvasCourse = (at: number): string => String(9001 + at);

const userId = (person: Person): string => `7${person.moodleId}`;

/**
 * The saved answers of Canvas's REST API for one course: its enrolments, its topics, and the whole of each discussion
 * as a tree of replies.
 */
export async function writeCanvas(files: Files, course: Course, at: number, posts: readonly Post[]): Promise<void> {
  const folder = `canvas/${course.code}`;
  const json = (name: string, value: unknown) => files.write(`${folder}/${name}.json`, `${JSON.stringify(value)}\n`);
  const id = canvasCourse(at);
  await json('enrollments', enrolments(course, id));
  const children = Map.groupBy(posts, ({ parent }) => parent);
  const topics = children.get(0) ?? [];
  await json(
    'topics',
    topics.map((post) => topic(post, id)),
  );
  for (const opener of topics) {
    const entries = entriesBelow(opener, children, true);
    await json(`view-${opener.id}`, { participants: participants(opener, children), view: entries });
  }
}

/** The courses under their Canvas ids, as an administrator links them to the student records. */
export async function writeCanvasCourses(
  files: Files,
  courses: readonly { readonly course: Course; readonly at: number }[],
): Promise<void> {
  const rows = courses.map(({ course: { code, title }, at }) => [canvasCourse(at), title, code, code, 'course']);
  await files.write('canvas-courses/courses.csv', csvText(['course_id', 'title', 'sis_id', 'code', 'kind'], rows));
}

function enrolments({ seats, staff }: Course, course: string): unknown[] {
  const row = (person: Person, type: string, joined: Partial<Learner>) => ({
    id: Number(`${course}${person.moodleId}`),
    user_id: Number(userId(person)),
    course_id: Number(course),
    type,
    enrollment_state: 'active',
    sis_user_id: joined.unmatched === true ? null : person.sisId,
    user: {
      id: Number(userId(person)),
      name: nameOf(person),
      sortable_name: `${person.familyName}, ${person.givenName}`,
      login_id: joined.shownEmail ?? person.email,
      email: joined.shownEmail ?? person.email,
    },
  });
  return [
    ...staff.map((person) => row(person, 'TeacherEnrollment', {})),
    ...seats.map(({ learner }: Seat) => row(learner, 'StudentEnrollment', learner)),
  ];
}

function topic({ id, author, millis, subject, message }: Post, course: string): unknown {
  return {
    id,
    title: subject,
    message,
    html_url: `https://canvas.${institution.domain}/courses/${course}/discussion_topics/${id}`,
    posted_at: instantOf(millis),
    discussion_type: 'threaded',
    author: { id: Number(userId(author)), display_name: nameOf(author) },
  };
}

/** Canvas nests replies; an answer to the topic itself has no parent. */
function entriesBelow(post: Post, children: ReadonlyMap<number, readonly Post[]>, top: boolean): unknown[] {
  return (children.get(post.id) ?? []).map((reply) => {
    const replies = entriesBelow(reply, children, false);
    return {
      id: reply.id,
      user_id: Number(userId(reply.author)),
      parent_id: top ? null : post.id,
      created_at: instantOf(reply.millis),
      updated_at: instantOf(reply.millis),
      message: reply.message,
      ...(replies.length > 0 && { replies }),
    };
  });
}

function participants(opener: Post, children: ReadonlyMap<number, readonly Post[]>): unknown[] {
  const people = new Map<string, unknown>();
  const waiting = [opener];
  for (let post = waiting.pop(); post; post = waiting.pop()) {
    people.set(userId(post.author), { id: Number(userId(post.author)), display_name: nameOf(post.author) });
    waiting.push(...(children.get(post.id) ?? []));
  }
  return [...people.values()];
}
