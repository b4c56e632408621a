import type { HostileUniversity, Role } from './hostile-university.ts';
import type { writeHostileWords } from './hostile-words.ts';

/** Ids of what was made, for the addresses of pages. */
export type Made = Awaited<ReturnType<typeof writeHostileWords>>;

/** What the addresses are made of. */
export type Walked = Pick<HostileUniversity, 'courseId' | 'unitId' | 'runIds' | 'personCalled'>;

export interface WalkedPage {
  /** Who may see it, and opens it. */
  readonly as: Role;
  /** Addresses of the page in the hostile university, each state of it that shows other words. */
  readonly paths: (kith: Walked, made: Made) => readonly string[];
  /** Nothing that somebody else wrote stands on it. */
  readonly plain?: true;
}

const course = ({ courseId }: Walked): string => `/courses/${String(courseId)}`;
const learner = (kith: Walked, { quiet }: Made): string => `${course(kith)}/people/${String(quiet)}`;

/** Every page of the dashboard by its folder in `routes`. A folder that is missing here fails the test. */
export const pages: Readonly<Record<string, WalkedPage>> = {
  '': { as: 'instructor', paths: () => ['/', '/?courses'] },
  'access-log': { as: 'steward', paths: () => ['/access-log'] },
  'access-log/extract': { as: 'steward', paths: () => ['/access-log/extract?learner=quiet@example.edu'] },
  cohorts: { as: 'lead', paths: () => ['/cohorts'] },
  'courses/[courseId=id]': {
    as: 'instructor',
    paths: (kith) => [course(kith), `${course(kith)}?week=1`, `${course(kith)}?week=4`],
  },
  'courses/[courseId=id]/access': { as: 'instructor', paths: (kith) => [`${course(kith)}/access`] },
  'courses/[courseId=id]/groups': {
    as: 'instructor',
    paths: (kith) => [`${course(kith)}/groups`, `${course(kith)}/groups?size=3&again=1`],
  },
  'courses/[courseId=id]/mentors': { as: 'instructor', paths: (kith) => [`${course(kith)}/mentors`] },
  'courses/[courseId=id]/network': {
    as: 'instructor',
    paths: (kith) => [`${course(kith)}/network`, `${course(kith)}/network?view=table`],
  },
  'courses/[courseId=id]/people/[personId=id]': {
    as: 'instructor',
    paths: (kith, made) => [
      learner(kith, made),
      `${learner(kith, made)}?note=${String(kith.courseId)}-${String(made.noteId)}`,
      ...['l0', 'l1', 'newcomer'].map((key) => `${course(kith)}/people/${String(kith.personCalled(key))}`),
    ],
  },
  'courses/[courseId=id]/people/[personId=id]/evidence/[component=component]': {
    as: 'instructor',
    paths: (kith, made) =>
      ['peer_contact', 'inbound_peers', 'voice', 'being_answered'].flatMap((component) => [
        `${learner(kith, made)}/evidence/${component}`,
        `${course(kith)}/people/${String(kith.personCalled('l0'))}/evidence/${component}`,
      ]),
  },
  'courses/[courseId=id]/people/[personId=id]/write': {
    as: 'instructor',
    paths: (kith, made) => [`${learner(kith, made)}/write`],
  },
  data: { as: 'steward', paths: () => ['/data'] },
  'data/matches': { as: 'steward', paths: () => ['/data/matches'] },
  'data/runs/[runId=id]': { as: 'steward', paths: ({ runIds }) => runIds.map((id) => `/data/runs/${String(id)}`) },
  'data/sources': { as: 'steward', paths: () => ['/data/sources'] },
  'data/uploads/[uploadId=uuid]': { as: 'steward', paths: (_, { uploadId }) => [`/data/uploads/${uploadId}`] },
  digest: { as: 'instructor', paths: () => ['/digest'], plain: true },
  backtests: { as: 'researcher', paths: () => ['/backtests'] },
  evaluation: { as: 'lead', paths: () => ['/evaluation'] },
  exports: { as: 'steward', paths: () => ['/exports'] },
  grants: { as: 'admin', paths: () => ['/grants'] },
  mentoring: { as: 'learner', paths: () => ['/mentoring'] },
  methods: { as: 'nobody', paths: () => ['/methods'], plain: true },
  monday: { as: 'instructor', paths: () => ['/monday'] },
  'my-data': { as: 'learner', paths: () => ['/my-data'] },
  programmes: { as: 'lead', paths: () => ['/programmes'] },
  'programmes/[unitId=unit]': {
    as: 'lead',
    paths: (kith) => ['/programmes/0', `/programmes/${String(kith.unitId)}`],
  },
  'courses/[courseId=id]/pulse': { as: 'instructor', paths: (kith) => [`${course(kith)}/pulse`] },
  pulse: { as: 'learner', paths: () => ['/pulse'] },
  'pulse/[link]': { as: 'nobody', paths: () => ['/pulse/x'], plain: true },
  providers: { as: 'admin', paths: () => ['/providers'] },
  reports: { as: 'lead', paths: () => ['/reports'] },
  rights: { as: 'steward', paths: () => ['/rights'] },
  settings: { as: 'instructor', paths: () => ['/settings'], plain: true },
  'sign-in': { as: 'nobody', paths: () => ['/sign-in', '/sign-in?token=x', '/sign-in?trouble=waiting'] },
  'sign-in/password': { as: 'nobody', paths: () => ['/sign-in/password?token=x'], plain: true },
  support: { as: 'support', paths: () => ['/support'] },
  tokens: { as: 'steward', paths: () => ['/tokens'] },
};
