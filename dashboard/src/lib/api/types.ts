/** The contract's answers under the names the pages use. Types only: zod stays on the server. */
import type { CaseFile, SupportCase } from '@kith/api/contract/cases.ts';
import type { CourseStep, listCourseSteps } from '@kith/api/contract/course-steps.ts';
import type { CourseHead, CourseIndicator, CourseSummary, SourceState } from '@kith/api/contract/course.ts';
import type { Counts, getCourseWeek, WaitingPost, WeekPoint } from '@kith/api/contract/course.ts';
import type { listCourseSources, Reject, Run, RunDetail, SourceSummary } from '@kith/api/contract/data.ts';
import type { Definition, OwnDefinitions } from '@kith/api/contract/definitions.ts';
import type { ResponseOf } from '@kith/api/contract/endpoint.ts';
import type { Health as HealthShape, HealthPoint as HealthPointShape } from '@kith/api/contract/health.ts';
import type { Evidence, getEvidence, getLearner, Hidden, LearnerCard } from '@kith/api/contract/learner.ts';
import type { getLogSeals, LogEntry } from '@kith/api/contract/access-log.ts';
import type { Grant } from '@kith/api/contract/grants.ts';
import type { LearnerTie, LearnerWeekPoint, Reason, Signal } from '@kith/api/contract/learner.ts';
import type { GoodNews, Monday, MondayPerson, MondayPost, ReportedPost } from '@kith/api/contract/monday.ts';
import type { FoundAccount as Found, listMatches } from '@kith/api/contract/matches.ts';
import type { listNotes, NotePresence, NoteText } from '@kith/api/contract/notes.ts';
import type { ContactMade, Effect, OutcomeWindow } from '@kith/api/contract/outcomes.ts';
import type { mixGroups } from '@kith/api/contract/groups.ts';
import type { listMentors, listMyMentoring } from '@kith/api/contract/mentors.ts';
import type { Export, listExports } from '@kith/api/contract/exports.ts';
import type {
  Evaluation as EvaluationShape,
  getEvaluation,
  ToldCount as Count,
} from '@kith/api/contract/evaluation.ts';
import type { listBacktests } from '@kith/api/contract/backtests.ts';
import type { listReportSchedules, ReportSchedule } from '@kith/api/contract/report-schedules.ts';
import type { listReports, Report } from '@kith/api/contract/reports.ts';
import type { ApiToken } from '@kith/api/contract/tokens.ts';
import type { listOldNumbers } from '@kith/api/contract/old-numbers.ts';
import type { getNetwork, NetworkEdge, NetworkNode, Talk } from '@kith/api/contract/network.ts';
import type { listPresence } from '@kith/api/contract/presence.ts';
import type {
  getProgramme,
  Programme as ProgrammeShape,
  ProgrammeCourse as CourseInProgramme,
  ProgrammeDivision as DivisionOfProgramme,
} from '@kith/api/contract/programmes.ts';
import type { NamedAnswer as Answered, PulseRound as RoundShape } from '@kith/api/contract/pulse.ts';
import type {
  Cohort as CohortShape,
  CohortCurve as CurveShape,
  CohortIndicator as NumberOfCohorts,
  listCohorts,
} from '@kith/api/contract/cohorts.ts';
import type { Provider } from '@kith/api/contract/manage-providers.ts';
import type { WaitingSignIn } from '@kith/api/contract/providers.ts';
import type { listSchedules, Schedule } from '@kith/api/contract/schedules.ts';
import type { Me } from '@kith/api/contract/session.ts';
import type { Band, Component, Confidence, Kind, Notice } from '@kith/api/contract/values.ts';
import type { Source, State, TieKind, Trend, Visibility } from '@kith/api/contract/values.ts';
import type { listWorkingGroups } from '@kith/api/contract/working-groups.ts';
import type { Draft } from '@kith/api/contract/writing.ts';
import type { Choices, getUpload, lookAtUpload, Parcel } from '@kith/api/contract/uploads.ts';
import type { getMyData, OwnAccount, OwnDeclaration, OwnFacts, OwnRequest } from '@kith/api/contract/my-data.ts';
import type {
  DataRequest,
  ErasureReport,
  RetentionLine,
  RetentionReport,
  RightsTask,
} from '@kith/api/contract/rights.ts';
import type { z } from 'zod';

export type BandName = z.infer<typeof Band>;
export type ComponentName = z.infer<typeof Component>;
export type ConfidenceName = z.infer<typeof Confidence>;
export type KindName = z.infer<typeof Kind>;
export type NoticeName = z.infer<typeof Notice>;
export type SourceName = z.infer<typeof Source>;
export type StateName = z.infer<typeof State>;
export type TieKindName = z.infer<typeof TieKind>;
export type TalkName = z.infer<typeof Talk>;
export type TrendName = z.infer<typeof Trend>;
export type VisibilityName = z.infer<typeof Visibility>;

export type FoundAccount = z.infer<typeof Found>;
export type ScheduledSource = z.infer<typeof Schedule>;
export type SourcesPage = ResponseOf<typeof listSchedules>;

export type Course = z.infer<typeof CourseHead>;
export type CourseCard = z.infer<typeof CourseSummary>;
export type CourseCounts = z.infer<typeof Counts>;
export type CourseWeek = ResponseOf<typeof getCourseWeek>;
export type CourseMeasure = z.infer<typeof CourseIndicator>;
export type CourseSource = z.infer<typeof SourceState>;
export type HealthPoint = z.infer<typeof HealthPointShape>;
export type Health = z.infer<typeof HealthShape>;
export type Waiting = z.infer<typeof WaitingPost>;
export type Week = z.infer<typeof WeekPoint>;

export type EvidencePage = ResponseOf<typeof getEvidence>;
export type EvidenceItem = z.infer<typeof Evidence>;
export type HiddenPart = z.infer<typeof Hidden>;
export type Learner = z.infer<typeof LearnerCard>;
export type LearnerPage = ResponseOf<typeof getLearner>;
export type LearnerReason = z.infer<typeof Reason>;
export type LearnerSignal = z.infer<typeof Signal>;
export type LearnerWeek = z.infer<typeof LearnerWeekPoint>;
export type Tie = z.infer<typeof LearnerTie>;

export type PresencePage = ResponseOf<typeof listPresence>;
export type PresenceLearner = PresencePage['learners'][number];
export type RosterStateName = PresenceLearner['rosterState'];

export type Network = ResponseOf<typeof getNetwork>;
export type Edge = z.infer<typeof NetworkEdge>;
export type Node = z.infer<typeof NetworkNode>;

export type Case = z.infer<typeof CaseFile>;
export type Contact = z.infer<typeof ContactMade>;
export type ContactWindow = z.infer<typeof OutcomeWindow>;
export type CourseEffect = z.infer<typeof Effect>;
export type CourseSteps = ResponseOf<typeof listCourseSteps>;
export type StepDone = z.infer<typeof CourseStep>;
export type MixedGroup = NonNullable<ResponseOf<typeof mixGroups>['groups']>[number];
export type GroupsAtWork = ResponseOf<typeof listWorkingGroups>;
export type WorkingGroup = GroupsAtWork['groups'][number];
export type MyMentoring = ResponseOf<typeof listMyMentoring>;
export type MentorsHere = ResponseOf<typeof listMentors>;
export type NotesHere = ResponseOf<typeof listNotes>;
export type NoteHere = z.infer<typeof NotePresence>;
export type NoteWords = z.infer<typeof NoteText>;
export type HandedCase = z.infer<typeof SupportCase>;

export type MessageDraft = z.infer<typeof Draft>;
export type MondayPage = z.infer<typeof Monday>;
export type MondayCard = z.infer<typeof MondayPerson>;
export type MondayWaiting = z.infer<typeof MondayPost>;
export type MondayNews = z.infer<typeof GoodNews>;
export type Reported = z.infer<typeof ReportedPost>;

export type DataRun = z.infer<typeof Run>;
export type DataRunPage = z.infer<typeof RunDetail>;
export type DataReject = z.infer<typeof Reject>;
export type DataSource = z.infer<typeof SourceSummary>;
export type OldCourse = ResponseOf<typeof listOldNumbers>[number];
export type MatchesPage = ResponseOf<typeof listMatches>;
export type MatchSuggestion = MatchesPage['suggestions'][number];
export type MatchConflict = MatchesPage['conflicts'][number];
export type MatchChange = MatchesPage['changes'][number];
export type LogLine = z.infer<typeof LogEntry>;
export type LogSeals = ResponseOf<typeof getLogSeals>;
export type CourseFreshness = ResponseOf<typeof listCourseSources>[number];
export type Upload = ResponseOf<typeof getUpload>;
export type Look = ResponseOf<typeof lookAtUpload>;
export type LookedParcel = z.infer<typeof Parcel>;
export type ParcelChoices = z.infer<typeof Choices>;
export type Method = z.infer<typeof Definition>;
type GrantFields = z.infer<typeof Grant>;
/** A grant, or without its number somebody whose enrolment is the grant. */
export type Held = Pick<GrantFields, 'personId' | 'name' | 'role' | 'place' | 'validFrom' | 'validTo'> &
  Partial<Pick<GrantFields, 'grantId' | 'grantedBy' | 'pseudonymous' | 'delegated' | 'launched'>>;
export type Programme = z.infer<typeof ProgrammeShape>;
export type ProgrammeDivision = z.infer<typeof DivisionOfProgramme>;
export type ProgrammeCourse = z.infer<typeof CourseInProgramme>;
export type ProgrammePage = ResponseOf<typeof getProgramme>;
export type NamedAnswer = z.infer<typeof Answered>;
export type PulseRound = z.infer<typeof RoundShape>;
export type Cohort = z.infer<typeof CohortShape>;
export type CohortIndicator = z.infer<typeof NumberOfCohorts>;
export type CohortCurve = z.infer<typeof CurveShape>;
export type CohortsPage = ResponseOf<typeof listCohorts>;
export type SignInProvider = z.infer<typeof Provider>;
export type WaitingPerson = z.infer<typeof WaitingSignIn>;
export type { MeType as Me };
type MeType = z.infer<typeof Me>;
export type DefinitionsHere = z.infer<typeof OwnDefinitions>;

export type MyData = ResponseOf<typeof getMyData>;
export type MyFacts = z.infer<typeof OwnFacts>;
export type MyAccount = z.infer<typeof OwnAccount>;
export type MyDeclaration = z.infer<typeof OwnDeclaration>;
export type MyRequest = z.infer<typeof OwnRequest>;
export type AskedRequest = z.infer<typeof DataRequest>;
export type RightsTaskRow = z.infer<typeof RightsTask>;
export type RightsReport = z.infer<typeof ErasureReport> | z.infer<typeof RetentionReport>;
export type HeldToken = z.infer<typeof ApiToken>;
export type ResearchExport = z.infer<typeof Export>;
export type ExportPlace = ResponseOf<typeof listExports>['units'][number];
export type KeptClass = z.infer<typeof RetentionLine>;

export type ReportChoices = Pick<ResponseOf<typeof listReports>, 'units' | 'course' | 'terms'>;
export type MadeReport = z.output<typeof Report>;

export type ReportSchedules = ResponseOf<typeof listReportSchedules>;
export type ScheduledReport = z.output<typeof ReportSchedule>;

export type EvaluationPage = ResponseOf<typeof getEvaluation>;
export type Evaluation = z.output<typeof EvaluationShape>;
export type EvaluationGroup = Evaluation['groups'][number]['groups'][number];
export type ToldCount = z.output<typeof Count>;

export type Backtests = ResponseOf<typeof listBacktests>;
export type Backtest = NonNullable<Backtests['chosen']>;
export type BacktestTold = Backtest['told'];
export type BacktestPlot = BacktestTold['plots'][number];
