import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from './en.ts';
import { access, entrance, passing } from './de/access.ts';
import { accessLog } from './de/access-log.ts';
import { care } from './de/care.ts';
import { cohorts } from './de/cohorts.ts';
import { beside, course, notices } from './de/course.ts';
import { data, methods } from './de/data.ts';
import { digest } from './de/digest.ts';
import { backtests } from './de/backtests.ts';
import { evaluation } from './de/evaluation.ts';
import { divisions } from './de/divisions.ts';
import { exports } from './de/exports.ts';
import { groups, groupWork } from './de/groups.ts';
import { health, programmes } from './de/health.ts';
import { home } from './de/home.ts';
import { intake } from './de/intake.ts';
import { matches } from './de/matches.ts';
import { mentoring, mentors } from './de/mentors.ts';
import { monday, shortcuts } from './de/monday.ts';
import { names } from './de/names.ts';
import { network } from './de/network.ts';
import { notes } from './de/notes.ts';
import { outcomes } from './de/outcomes.ts';
import { elsewhere, own } from './de/own.ts';
import { evidence, people, person } from './de/people.ts';
import { presence } from './de/presence.ts';
import { providers } from './de/providers.ts';
import { pulse } from './de/pulse.ts';
import { reports } from './de/reports.ts';
import { rights } from './de/rights.ts';
import { settings } from './de/settings.ts';
import { shell, signIn, trouble } from './de/shell.ts';
import { sources } from './de/sources.ts';
import { steps } from './de/steps.ts';
import { tokens } from './de/tokens.ts';
import { writing } from './de/writing.ts';

/** Every sentence of the pages in German: "Sie", plain and warm; who learns is never called by a state. */
export const de = (f: Formats): Messages => ({
  access: access(f),
  accessLog: accessLog(f),
  beside: beside(f),
  care: care(f),
  cohorts: cohorts(f),
  course: course(f),
  data: data(f),
  digest: digest(f),
  divisions: divisions(f),
  elsewhere: elsewhere(f),
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
  outcomes: outcomes(f),
  own: own(f),
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
