import type { CourseSnapshot } from './snapshot.ts';

/** What a course lets people do at T. Looked at before anybody is ranked: it may be the course, not the learners. */
export interface Affordances {
  readonly forum: boolean;
  /** A group with at least two members. */
  readonly groups: boolean;
  readonly sessions: boolean;
  /** Talk in a space that somebody has called informal. */
  readonly informalSpace: boolean;
  /** Staff have written in the last four weeks. */
  readonly staffPresence: boolean;
  /** False: there is no forum, group or session, so nobody can be connected here, and nobody is listed for not being. */
  readonly wayToConnect: boolean;
}

const fourWeeksMs = 672 * 3_600_000;

export function affordancesOf({ forum, membersOf, live, writing, asOf }: CourseSnapshot): Affordances {
  const groups = [...membersOf.values()].some((members) => members.length >= 2);
  const sessions = live.some((offered) => offered.length > 0);
  return {
    forum,
    groups,
    sessions,
    informalSpace: writing.some(({ formality }) => formality === 'informal'),
    staffPresence: writing.some(({ byStaff, at }) => byStaff && asOf - at <= fourWeeksMs),
    wayToConnect: forum || groups || sessions,
  };
}
