import { calendarOf, type CourseWeek } from '@kith/etl/compute/calendar.ts';
import { readFacts, type CourseFacts } from '@kith/etl/compute/facts/course-facts.ts';
import { coursesToCompute } from '@kith/etl/compute/queue.ts';
import { networkAt } from '@kith/etl/compute/snapshot.ts';
import { betweenness } from '@kith/etl/measures/betweenness.ts';
import { communities } from '@kith/etl/measures/communities.ts';
import { distinctPeers } from '@kith/etl/measures/degree.ts';
import { density } from '@kith/etl/measures/density.ts';
import { eigenvectorOnGiant } from '@kith/etl/measures/eigenvector.ts';
import { harmonicCloseness } from '@kith/etl/measures/harmonic-closeness.ts';
import { coreNumber } from '@kith/etl/measures/k-core.ts';
import { pagerank } from '@kith/etl/measures/pagerank.ts';

import { now } from './computing.ts';
import { figure, type Figure, type Pair } from './figure.ts';
import { naively } from './naive-graphs.ts';
import type { Place } from './place.ts';

const most = 20;
/** So that neither side is measured on its first calls: of many courses only the first few are computed by cold code. */
const warming = 3;

interface Term {
  readonly facts: CourseFacts;
  readonly weeks: readonly CourseWeek[];
}

/** The graph measures of every week, from the ties in memory, beside the same ones by graphology, called naively. */
export async function graphMeasures({ etl }: Place, institutionId: number, runs: number): Promise<Figure> {
  const all = (await coursesToCompute(etl, institutionId, { all: true })).toSorted((a, b) => a.courseId - b.courseId);
  const courses = all.slice(0, most);
  const terms: Term[] = [];
  for (const course of courses) {
    terms.push({ facts: await readFacts(etl, course), weeks: calendarOf(course, now).weeks });
  }
  /** Seconds of processor time: nothing is waited for, so what else the machine does says nothing. */
  const every = (measure: (facts: CourseFacts, asOf: number) => void): number => {
    const before = process.cpuUsage();
    for (const { facts, weeks } of terms) for (const { end } of weeks) measure(facts, end);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000_000;
  };
  for (let call = 0; call < warming; call++) {
    every(onRows);
    every(naively);
  }
  const pairs: Pair[] = [];
  for (let run = 0; run < Math.max(runs, 5); run++) pairs.push({ of: every(naively), than: every(onRows) });
  return figure(
    {
      what: 'the graph measures of every week by graphology, called naively',
      than: 'the graph measures of every week by Kith',
      beside: { courses: terms.length, 'course-weeks': terms.reduce((sum, { weeks }) => sum + weeks.length, 0) },
    },
    pairs,
  );
}

/** What the indicators ask of one network. */
function onRows(facts: CourseFacts, asOf: number): void {
  const network = networkAt(facts, asOf);
  for (const measure of [distinctPeers, betweenness, harmonicCloseness, eigenvectorOnGiant, pagerank, coreNumber]) {
    measure(network);
  }
  communities(network);
  density(network);
}
