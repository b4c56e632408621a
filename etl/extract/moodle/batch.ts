import type { Context, DateOrder } from '../../connector.ts';

/** What the tables and answers of one load must know of each other. Filled before any record is given. */
export class Batch {
  readonly context: Context;
  readonly keepBodies: boolean;
  /** The course the person named, where an answer names none. */
  readonly course: string | undefined;
  /** Persons and spaces that have a record of their own, or were given one: their name stands in many a post. */
  readonly introduced = new Set<string>();
  /** By id: course of an enrolment method, a forum, a workshop, an attendance, a group. */
  readonly courses = new Map<string, string>();
  /** Forum of a discussion, and type of a forum. */
  readonly forumOf = new Map<string, string>();
  readonly forumTypes = new Map<string, string>();
  readonly archetypes = new Map<string, string>();
  readonly contexts = new Map<string, { readonly level: string; readonly instance: string }>();
  /** Archetypes of a user's roles in a course. */
  readonly roles = new Map<string, string[]>();
  readonly submissions = new Map<
    string,
    { readonly author: string; readonly workshop: string; readonly isExample: boolean }
  >();
  readonly statuses = new Map<string, { readonly acronym: string; readonly description: string }>();
  readonly badges = new Map<string, { readonly title: string | undefined; readonly course: string | undefined }>();

  /** Days of the Logs reports as written, and the order of day and month once it is decided. */
  readonly logTimes = new Set<string>();
  logOrder: DateOrder | undefined;

  constructor(context: Context) {
    const { keepBodies, course } = context;
    this.context = context;
    this.keepBodies = keepBodies ?? false;
    this.course = course;
  }

  isNews(record: string): boolean {
    return this.introduced.size < this.introduced.add(record).size;
  }

  /** The course of a thing, as part of a record; nothing where it is unknown. */
  courseOf(kind: string, id: string | undefined): { course?: string } {
    const course = id === undefined ? undefined : this.courses.get(`${kind}:${id}`);
    return course === undefined ? {} : { course };
  }
}
