import { extractAccessLog, getLogSeals, readAccessLog } from './access-log.ts';
import { logContacts, moveAlert, noteAnswer, undoAlertStep, withdrawContacts } from './contacts.ts';
import { getCourseWeek, listCourses, listWaitingPosts, markStaff } from './course.ts';
import { decideRun, downloadRejects, getRun, listCourseSources, listRejects, listRuns, listSources } from './data.ts';
import { listDefinitions, listOwnDefinitions } from './definitions.ts';
import { delegate, endDelegation, endGrant, giveGrant, listDelegations, listGrants } from './grants.ts';
import { getEvidence, getLearner, listLearners } from './learner.ts';
import { addProvider, listProviders, removeProvider, setProviderSecret } from './manage-providers.ts';
import { getMonday } from './monday.ts';
import { getNetwork } from './network.ts';
import { setPassword, signInWithPassword } from './password.ts';
import { decideWaitingSignIn, listSignInWays, listWaitingSignIns } from './providers.ts';
import { getMe, signIn, signOut } from './session.ts';
import { addFile, cancelUpload, followUpload, getUpload, loadUpload, lookAtUpload, openUpload } from './uploads.ts';
import { getDraft, keepTemplate, sendMessage } from './writing.ts';

/** Every endpoint of /api/v1, by the name the dashboard calls it. */
export const endpoints = {
  addFile,
  addProvider,
  cancelUpload,
  decideRun,
  decideWaitingSignIn,
  delegate,
  downloadRejects,
  endDelegation,
  endGrant,
  extractAccessLog,
  followUpload,
  getCourseWeek,
  getDraft,
  getEvidence,
  getLearner,
  getLogSeals,
  getMe,
  getMonday,
  getNetwork,
  getRun,
  getUpload,
  giveGrant,
  keepTemplate,
  listCourseSources,
  listCourses,
  listDefinitions,
  listDelegations,
  listGrants,
  listLearners,
  listOwnDefinitions,
  listProviders,
  listRejects,
  listRuns,
  listSignInWays,
  listSources,
  listWaitingPosts,
  listWaitingSignIns,
  loadUpload,
  logContacts,
  lookAtUpload,
  markStaff,
  moveAlert,
  noteAnswer,
  openUpload,
  readAccessLog,
  removeProvider,
  sendMessage,
  setPassword,
  setProviderSecret,
  signIn,
  signInWithPassword,
  signOut,
  undoAlertStep,
  withdrawContacts,
} as const;

export type EndpointName = keyof typeof endpoints;
