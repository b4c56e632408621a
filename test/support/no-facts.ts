import type { Connection } from '@kith/etl/compute/facts/connections.ts';
import type { CourseFacts } from '@kith/etl/compute/facts/course-facts.ts';
import { sources, type Source } from '@kith/etl/score/visibility.ts';

const notConnected: Connection = { since: null, lastAt: null, from: [], matched: new Map(), firstAt: new Map() };

/** A course of which nothing is known: what a test of one reading starts from. */
export const noFacts: CourseFacts = {
  members: [],
  ties: [],
  ambient: [],
  posts: [],
  sessions: [],
  groups: [],
  pulses: [],
  optOuts: [],
  declarations: [],
  activeDays: new Map(),
  forumDays: new Map(),
  connections: Object.fromEntries(sources.map((source) => [source, notConnected])) as Record<Source, Connection>,
  reactions: [],
  formality: new Map(),
  stays: [],
  breakouts: [],
  recordings: [],
  contributions: [],
  feedback: [],
  surveyAnswers: [],
  regions: new Map(),
  cohorts: [],
  alertCapacity: null,
  actions: new Map(),
};
