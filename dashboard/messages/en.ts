import type { Formats } from '#lib/format/formats.ts';
import { access, entrance, passing } from './en/access.ts';
import { accessLog } from './en/access-log.ts';
import { care } from './en/care.ts';
import { cohorts } from './en/cohorts.ts';
import { beside, course, notices } from './en/course.ts';
import { data, methods } from './en/data.ts';
import { backtests } from './en/backtests.ts';
import { evaluation } from './en/evaluation.ts';
import { divisions } from './en/divisions.ts';
import { exports } from './en/exports.ts';
import { groups, groupWork } from './en/groups.ts';
import { health, programmes } from './en/health.ts';
import { digest } from './en/digest.ts';
import { home } from './en/home.ts';
import { matches } from './en/matches.ts';
import { monday, shortcuts } from './en/monday.ts';
import { intake } from './en/intake.ts';
import { names } from './en/names.ts';
import { network } from './en/network.ts';
import { elsewhere, own } from './en/own.ts';
import { evidence, people, person } from './en/people.ts';
import { presence } from './en/presence.ts';
import { providers } from './en/providers.ts';
import { pulse } from './en/pulse.ts';
import { reports } from './en/reports.ts';
import { rights } from './en/rights.ts';
import { mentoring, mentors } from './en/mentors.ts';
import { notes } from './en/notes.ts';
import { outcomes } from './en/outcomes.ts';
import { settings } from './en/settings.ts';
import { sources } from './en/sources.ts';
import { steps } from './en/steps.ts';
import { tokens } from './en/tokens.ts';
import { writing } from './en/writing.ts';
import { shell, signIn, trouble } from './en/shell.ts';

/**
 * Every sentence of the pages in English, one function per sentence with a number in it. Another language is another
 * file of this type; sentences about learners and courses come from the API, in the reader's language.
 */
export const en = (f: Formats) => ({
  access: access(f),
  accessLog: accessLog(f),
  beside: beside(f),
  care: care(f),
  cohorts: cohorts(f),
  course: course(f),
  data: data(f),
  elsewhere: elsewhere(f),
  digest: digest(f),
  divisions: divisions(f),
  entrance: entrance(f),
  evidence: evidence(f),
  backtests: backtests(f),
  evaluation: evaluation(f),
  exports: exports(f),
  groups: groups(f),
  groupWork: groupWork(f),
  health: health(f),
  home: home(f),
  intake: intake(f),
  matches: matches(f),
  mentoring: mentoring(f),
  mentors: mentors(f),
  methods: methods(f),
  monday: monday(f),
  names: names(f),
  network: network(f),
  notes: notes(f),
  notices: notices(f),
  own: own(f),
  outcomes: outcomes(f),
  passing: passing(f),
  people: people(f),
  person: person(f),
  presence: presence(f),
  programmes: programmes(f),
  providers: providers(f),
  pulse: pulse(f),
  reports: reports(f),
  rights: rights(f),
  settings: settings(f),
  shell: shell(f),
  shortcuts: shortcuts(f),
  signIn: signIn(f),
  sources: sources(f),
  steps: steps(f),
  tokens: tokens(f),
  trouble: trouble(f),
  writing: writing(f),
});

export type Messages = ReturnType<typeof en>;
