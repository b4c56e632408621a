/** The address of every page, with its filters. Links are made here and nowhere else. */
import type { ComponentName } from './api/types.ts';

type Query = Readonly<Record<string, string | number | undefined>>;

/** Where the name of Kith leads: the page of the week for who teaches, else the courses. */
export const homePath = () => '/';
export const coursesPath = () => '/?courses';
export const mondayPath = (query: Query = {}) => `/monday${search(query)}`;
export const programmesPath = () => '/programmes';
export const cohortsPath = () => '/cohorts';
export const programmePath = (unitId: number, query: Query = {}) => `/programmes/${unitId}${search(query)}`;
export const supportPath = () => '/support';
export const digestPath = () => '/digest';
export const settingsPath = (query: Query = {}) => `/settings${search(query)}`;
export const dataPath = () => '/data';
/** Of a learner: who is there for them, and for whom they are. */
export const mentoringPath = () => '/mentoring';
export const myDataPath = () => '/my-data';
/** Answered by the API itself: a file, no page. */
export const myExtractPath = () => '/api/v1/my-data/extract';
export const exportsPath = () => '/exports';
/** Answered by the API itself: a file, no page. */
export const exportFilePath = (exportId: number, name: string) => `/api/v1/exports/${exportId}/files/${name}`;
export const evaluationPath = (query: Query = {}) => `/evaluation${search(query)}`;
/** What came of back-tests, for researchers. */
export const backtestsPath = (query: Query = {}) => `/backtests${search(query)}`;
export const reportsPath = (query: Query = {}) => `/reports${search(query)}`;
/** Answered by the API itself: a file, no page. */
export const reportFilePath = (reportId: number, name: string) => `/api/v1/reports/${reportId}/files/${name}`;
export const tokensPath = () => '/tokens';
export const rightsPath = () => '/rights';
export const matchesPath = () => '/data/matches';
export const sourcesPath = () => '/data/sources';
export const grantsPath = () => '/grants';
export const accessLogPath = (query: Query = {}) => `/access-log${search(query)}`;
export const providersPath = () => '/providers';
export const accessExtractPath = () => '/access-log/extract';
export const methodsPath = (id?: string) => '/methods' + (id === undefined ? '' : `#${id}`);

export const coursePath = (courseId: number, query: Query = {}) => `/courses/${courseId}${search(query)}`;

export const groupsPath = (courseId: number, query: Query = {}) => `/courses/${courseId}/groups${search(query)}`;

export const mentorsPath = (courseId: number) => `/courses/${courseId}/mentors`;

export const pulsePath = (courseId: number) => `/courses/${courseId}/pulse`;
/** What a learner is asked, when they sign in. */
export const invitationsPath = () => '/pulse';
/** The questions behind a one-time link. */
export const answerPath = (link: string) => `/pulse/${link}`;

export const passingPath = (courseId: number) => `/courses/${courseId}/access`;

export const networkPath = (courseId: number, query: Query = {}) => `/courses/${courseId}/network${search(query)}`;

export const personPath = (courseId: number, personId: number, query: Query = {}) =>
  `/courses/${courseId}/people/${personId}${search(query)}`;

export const writePath = (courseId: number, personId: number, query: Query = {}) =>
  `/courses/${courseId}/people/${personId}/write${search(query)}`;

export const evidencePath = (courseId: number, personId: number, component: ComponentName, query: Query = {}) =>
  `/courses/${courseId}/people/${personId}/evidence/${component}${search(query)}`;

export const uploadPath = (uploadId: string) => `/data/uploads/${uploadId}`;

export const runPath = (runId: number, query: Query = {}) => `/data/runs/${runId}${search(query)}`;

/** What `page.url` and a URL have in common. */
interface Address {
  readonly pathname: string;
  readonly searchParams: Iterable<readonly [string, string]>;
}

/**
 * The same page with some filters changed; `undefined` takes one away.
 *
 *     withQuery(new URL('https://k/courses/7?week=3&band=high'), { band: undefined })  // /courses/7?week=3
 */
export function withQuery(url: Address, change: Query): string {
  const query = Object.fromEntries(url.searchParams);
  return url.pathname + search({ ...query, ...change });
}

/**
 * The address of a form's action that keeps what the page's own address says; the `noted` of another page's deed is over.
 *
 *     actionOn(new URL('https://k/monday?course=7'), 'log')  // ?course=7&/log
 */
export function actionOn(url: Address, action: string): string {
  const kept = new URLSearchParams();
  for (const [name, value] of url.searchParams) {
    if (!name.startsWith('/') && name !== 'noted') kept.append(name, value);
  }
  return `?${kept}${kept.size === 0 ? '' : '&'}/${action}`;
}

function search(query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
