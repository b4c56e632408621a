import { extractAccessLog, getLogSeals, readAccessLog } from './access-log.ts';
import { getCourseWeek, listCourses, listWaitingPosts, markStaff } from './course.ts';
import { getRun, listRejects, listRuns, listSources } from './data.ts';
import { listDefinitions } from './definitions.ts';
import { delegate, endGrant, giveGrant, listGrants } from './grants.ts';
import { getEvidence, getLearner, listLearners } from './learner.ts';
import { getNetwork } from './network.ts';
import { setPassword, signInWithPassword } from './password.ts';
import { decideWaitingSignIn, listSignInWays, listWaitingSignIns } from './providers.ts';
import { getMe, signIn, signOut } from './session.ts';

/** Every endpoint of /api/v1, by the name the dashboard calls it. */
export const endpoints = {
  decideWaitingSignIn,
  delegate,
  endGrant,
  extractAccessLog,
  getCourseWeek,
  getEvidence,
  getLearner,
  getLogSeals,
  getMe,
  getNetwork,
  getRun,
  giveGrant,
  listCourses,
  listDefinitions,
  listGrants,
  listLearners,
  listRejects,
  listRuns,
  listSignInWays,
  listSources,
  listWaitingPosts,
  listWaitingSignIns,
  markStaff,
  readAccessLog,
  setPassword,
  signIn,
  signInWithPassword,
  signOut,
} as const;

export type EndpointName = keyof typeof endpoints;
