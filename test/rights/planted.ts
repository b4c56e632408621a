import type { RecordInput } from '@kith/etl/records/record.ts';

import { at, smallCourse } from '../support/small-course.ts';

/** Who is looked for afterwards: words that stand nowhere else. */
export const planted = { key: 'planted.person@example.org', name: 'Planted Person' } as const;

/** A small course in which one learner took part in everything there is a record for. */
export function courseWithPlanted(): RecordInput[] {
  const { key, name } = planted;
  const c = { course: 'c' } as const;
  return [
    ...smallCourse(),
    { type: 'enrolment', key: `${key} learner`, ...c, person: key, role: 'learner' },
    {
      type: 'person',
      key,
      displayName: name,
      familyName: 'Plantedson',
      claims: [{ scheme: 'email', value: key, verified: true }],
      attributes: { region: 'planted region' },
    },
    ...[0, 7, 14, 21].flatMap((day) => [
      ...talk(`asks ${day}`, key, 'l1', day),
      ...talk(`answers ${day}`, 'l2', key, day + 1),
    ]),
    {
      type: 'post',
      key: 'shared',
      ...c,
      thread: 't',
      author: 'l3',
      coAuthors: [key, 'l4'],
      mentions: ['l5', key],
      addressee: key,
      createdAt: at(22),
    },
    { type: 'reaction', key: `like ${key}`, ...c, post: 'shared', person: key, kind: 'like', at: at(22, 13) },
    { type: 'session', key: 's', ...c, startsAt: at(15), endsAt: at(15, 13), host: key },
    ...['l1', 'l2', key].map((who): RecordInput => ({
      type: 'presence',
      key: `s ${who}`,
      ...c,
      session: 's',
      person: who,
      precision: 'interval',
      status: 'present',
      joinAt: at(15),
      leaveAt: at(15, 13),
    })),
    { type: 'group', key: 'g', ...c, kind: 'project' },
    ...['l6', key].map((who): RecordInput => ({
      type: 'membership',
      key: `g ${who}`,
      ...c,
      group: 'g',
      person: who,
    })),
    { type: 'feedback', key: `f ${key}`, ...c, giver: key, receiver: 'l7', givenAt: at(16) },
    { type: 'mentorship', key: `m ${key}`, ...c, mentor: 'l8', mentee: key, from: at(1) },
    { type: 'award', key: `a ${key}`, ...c, person: key, kind: 'badge', title: 'Helper', at: at(17), by: 'tut' },
    { type: 'award', key: 'a l9', ...c, person: 'l9', kind: 'badge', title: 'Helper', at: at(17), by: key },
    { type: 'consent', key: `c ${key}`, person: key, purpose: 'analytics', granted: true, at: at(1) },
    { type: 'declaration', key: `d ${key}`, ...c, person: key, kind: 'study_group', from: at(2) },
    { type: 'outcome', key: `o ${key}`, ...c, person: key, kind: 'passed', at: at(27) },
    {
      type: 'survey_response',
      key: `pulse ${key}`,
      ...c,
      survey: 'pulse',
      person: key,
      items: [{ item: 'belong', number: 3 }],
      answeredAt: at(18),
    },
  ];
}

/** One asks, the other answers. The keys of posts name nobody. */
function talk(key: string, author: string, answerer: string, day: number): RecordInput[] {
  const post = { type: 'post', course: 'c', thread: key } as const;
  return [
    { ...post, key, author, createdAt: at(day, 9) },
    { ...post, key: `${key} answer`, parent: key, author: answerer, createdAt: at(day, 15) },
    { type: 'activity', key: `${key} view`, course: 'c', person: author, verb: 'viewed', at: at(day, 8) },
  ];
}
