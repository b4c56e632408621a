import { extractAccessLog, getLogSeals, readAccessLog } from './access-log.ts';
import {
  closeCase,
  handOverCase,
  listCases,
  listSupportCases,
  openCase,
  planCase,
  reopenCase,
  seeCaseMessage,
} from './cases.ts';
import { endCohort, listCohorts, saveCohort } from './cohorts.ts';
import { logContacts, moveAlert, noteAnswer, undoAlertStep, withdrawContacts } from './contacts.ts';
import { getCourseWeek, listCourses, listWaitingPosts, markStaff } from './course.ts';
import { listCourseSteps, noteCourseStep, withdrawCourseStep } from './course-steps.ts';
import {
  decideRun,
  downloadRejects,
  getRun,
  listCourseSources,
  listRejects,
  listRuns,
  listSources,
  mendRejects,
} from './data.ts';
import { listDefinitions, listOwnDefinitions } from './definitions.ts';
import { getDigest, setDigest } from './digest.ts';
import { getEvaluation } from './evaluation.ts';
import { listBacktests } from './backtests.ts';
import { askExport, decideExport, downloadExport, endExport, listExports } from './exports.ts';
import { addReportSchedule, listReportSchedules, steerReportSchedule } from './report-schedules.ts';
import { askReport, downloadReport, listReports } from './reports.ts';
import { mixGroups } from './groups.ts';
import { delegate, endDelegation, endGrant, giveGrant, listDelegations, listGrants } from './grants.ts';
import { getEvidence, getLearner, listLearners } from './learner.ts';
import { addProvider, listProviders, removeProvider, setProviderSecret } from './manage-providers.ts';
import { decideMatch, findAccounts, listMatches } from './matches.ts';
import { decideMentor, listMentors, listMyMentoring, proposeMentors } from './mentors.ts';
import { getMonday } from './monday.ts';
import {
  addHandle,
  askAboutMyData,
  declareFor,
  declareOwn,
  endDeclaration,
  extractMyData,
  getMyData,
  keepApart,
  keepApartNoMore,
  offerMentoring,
  sayConsent,
  withholdSource,
} from './my-data.ts';
import { getNetwork } from './network.ts';
import { listNotes, readNote, reviseNote, writeNote } from './notes.ts';
import { listContacts, listEffects } from './outcomes.ts';
import { listOldNumbers } from './old-numbers.ts';
import { setPassword, signInWithPassword } from './password.ts';
import { listPresence } from './presence.ts';
import { getProgramme, listProgrammes } from './programmes.ts';
import { answerPulse, getCoursePulse, getInvitation, listInvitations, openPulse } from './pulse.ts';
import { decideWaitingSignIn, listSignInWays, listWaitingSignIns } from './providers.ts';
import {
  answerDataRequest,
  countErasure,
  countRetention,
  decideRightsTask,
  getRights,
  listDataRequests,
  setRetention,
} from './rights.ts';
import { addSchedule, listSchedules, steerSchedule } from './schedules.ts';
import { getMe, signIn, signOut } from './session.ts';
import { setLanguage } from './settings.ts';
import { endToken, listTokens, makeToken } from './tokens.ts';
import { addFile, cancelUpload, followUpload, getUpload, loadUpload, lookAtUpload, openUpload } from './uploads.ts';
import { listWorkingGroups } from './working-groups.ts';
import { getDraft, keepTemplate, sendMessage } from './writing.ts';

/** Every endpoint of /api/v1, by the name the dashboard calls it. */
export const endpoints = {
  addFile,
  addHandle,
  addProvider,
  addReportSchedule,
  addSchedule,
  answerDataRequest,
  answerPulse,
  askAboutMyData,
  askExport,
  askReport,
  cancelUpload,
  countErasure,
  countRetention,
  decideRightsTask,
  decideExport,
  decideMatch,
  closeCase,
  decideMentor,
  decideRun,
  decideWaitingSignIn,
  declareFor,
  declareOwn,
  delegate,
  downloadExport,
  downloadReport,
  downloadRejects,
  endCohort,
  endDeclaration,
  endDelegation,
  endExport,
  endGrant,
  endToken,
  extractAccessLog,
  extractMyData,
  findAccounts,
  followUpload,
  getCoursePulse,
  getCourseWeek,
  getDigest,
  getDraft,
  getEvaluation,
  listBacktests,
  getEvidence,
  getInvitation,
  getLearner,
  getLogSeals,
  getMe,
  getMonday,
  getMyData,
  getNetwork,
  getRights,
  getProgramme,
  getRun,
  getUpload,
  giveGrant,
  keepApart,
  keepApartNoMore,
  handOverCase,
  keepTemplate,
  listCases,
  listCohorts,
  listContacts,
  listCourseSources,
  listCourseSteps,
  listCourses,
  listDataRequests,
  listDefinitions,
  listDelegations,
  listEffects,
  listExports,
  listGrants,
  listInvitations,
  listLearners,
  listMatches,
  listMentors,
  listMyMentoring,
  listNotes,
  listOldNumbers,
  listOwnDefinitions,
  listPresence,
  listProgrammes,
  listReportSchedules,
  listReports,
  listProviders,
  listRejects,
  listRuns,
  listSchedules,
  listSignInWays,
  listSources,
  listSupportCases,
  listTokens,
  listWaitingPosts,
  listWaitingSignIns,
  listWorkingGroups,
  loadUpload,
  logContacts,
  lookAtUpload,
  makeToken,
  markStaff,
  mendRejects,
  moveAlert,
  noteAnswer,
  mixGroups,
  offerMentoring,
  noteCourseStep,
  openCase,
  openPulse,
  openUpload,
  planCase,
  proposeMentors,
  readAccessLog,
  readNote,
  removeProvider,
  saveCohort,
  sayConsent,
  reopenCase,
  reviseNote,
  seeCaseMessage,
  sendMessage,
  setDigest,
  setLanguage,
  setPassword,
  setProviderSecret,
  setRetention,
  signIn,
  signInWithPassword,
  signOut,
  steerReportSchedule,
  steerSchedule,
  undoAlertStep,
  withdrawContacts,
  withholdSource,
  withdrawCourseStep,
  writeNote,
} as const;

export type EndpointName = keyof typeof endpoints;
