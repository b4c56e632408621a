import { getCourseWeek, listCourses, listWaitingPosts, markStaff } from './course.ts';
import { getRun, listRejects, listRuns, listSources } from './data.ts';
import { listDefinitions } from './definitions.ts';
import { getEvidence, getLearner, listLearners } from './learner.ts';
import { getNetwork } from './network.ts';
import { setPassword, signInWithPassword } from './password.ts';
import { decideWaitingSignIn, listSignInWays, listWaitingSignIns } from './providers.ts';
import { getMe, signIn, signOut } from './session.ts';

/** Every endpoint of /api/v1, by the name the dashboard calls it. */
export const endpoints = {
  decideWaitingSignIn,
  getCourseWeek,
  getEvidence,
  getLearner,
  getMe,
  getNetwork,
  getRun,
  listCourses,
  listDefinitions,
  listLearners,
  listRejects,
  listRuns,
  listSignInWays,
  listSources,
  listWaitingPosts,
  listWaitingSignIns,
  markStaff,
  setPassword,
  signIn,
  signInWithPassword,
  signOut,
} as const;

export type EndpointName = keyof typeof endpoints;
