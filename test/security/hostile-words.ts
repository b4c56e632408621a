import { keepBacktest } from '@kith/etl/backtest/keep/keep.ts';
import { backtestReport } from '../support/backtest-report.ts';
import type { HostileUniversity } from './hostile-university.ts';
import { worst } from './hostile-texts.ts';

/** Where it is written: whoever may write is signed in. */
export type Written = Pick<
  HostileUniversity,
  'institutionId' | 'courseId' | 'personCalled' | 'accountsCalled' | 'ask' | 'database'
>;

/** Writes hostile words wherever somebody signed in may write; what came of it that an address needs. */
export async function writeHostileWords(kith: Written) {
  const { courseId } = kith;
  const ask: HostileUniversity['ask'] = (...given) => kith.ask(...given);
  const personCalled = (key: string): number => kith.personCalled(key);
  const [quiet, mentor] = [personCalled('quiet'), personCalled('l1')];
  const learner = `/courses/${String(courseId)}/learners/${String(quiet)}`;
  const from = new Date(Date.now() - 86_400_000).toISOString();
  await ask('instructor', '/contacts', {
    people: [{ courseId, personId: quiet }],
    channel: 'call',
    remark: worst,
  });
  await ask('instructor', `${learner}/cases`, { concern: `For support ${worst}`, handOver: true });
  const { caseId } = await ask<{ caseId: number }>(
    'instructor',
    `/courses/${String(courseId)}/learners/${String(mentor)}/cases`,
    {
      concern: `Closed ${worst}`,
      handOver: true,
    },
  );
  await ask('support', `/courses/${String(courseId)}/cases/${String(caseId)}/close`, {
    reason: 'reached',
    message: `Word back ${worst}`,
  });
  const { noteId } = await ask<{ noteId: number }>('instructor', `${learner}/notes`, { level: 'normal', body: worst });
  await ask('instructor', `/courses/${String(courseId)}/steps`, {
    step: 'own',
    theme: 'VC',
    onDay: '2026-01-20',
    remark: worst,
  });
  await ask('instructor', '/templates/band', { subject: `Hello ${worst}`, body: `Hello ${worst}` });
  await ask('instructor', `${learner}/declarations`, { kind: 'study_group', from });

  await ask('instructor', `/courses/${String(courseId)}/pulse`, {});
  await ask('learner', '/my-data/mentoring', { offer: { capacity: 2, languages: ['en'], timezone: null } });
  await ask('learner', '/my-data/requests', { kind: 'object', about: worst, wish: worst });
  await ask('learner', '/my-data/handles', { place: 'native', handle: worst });
  await ask('learner', '/my-data/declarations', { courseId, kind: 'study_group', from });
  await ask('instructor', `/courses/${String(courseId)}/mentors/proposals`, { personIds: [quiet] });
  await kith.database.owner
    .updateTable('care.mentorMatch')
    .set({ state: 'confirmed', decidedAt: new Date() })
    .execute();

  await ask('admin', '/providers', {
    kind: 'oidc',
    title: worst.slice(0, 80),
    issuer: 'https://id.example.edu',
    clientId: worst,
    secret: 'unseen',
  });
  await ask('steward', '/schedules', {
    kind: 'pull',
    source: worst.slice(0, 100),
    url: `https://lrs.example.edu/${encodeURIComponent(worst)}`,
    when: { everyMinutes: null, dailyAt: null },
  });
  await ask('steward', '/rights/erasures', { email: 'quiet@example.edu' });
  await ask('researcher', '/exports', {
    purpose: `For ${worst}`,
    contents: ['ties'],
    unitId: 0,
    format: 'csv',
    minLearners: 5,
  });
  await ask('lead', '/cohorts', { title: worst.slice(0, 120), rule: {} });
  await ask('researcher', '/tokens', {
    title: `For ${worst}`,
    scopes: ['exports'],
    until: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
  });
  await ask('steward', '/matches', { kind: 'part', accountIds: kith.accountsCalled('quiet'), why: worst });
  const { uploadId } = await ask<{ uploadId: string }>('steward', '/uploads', {});
  const path = encodeURIComponent(`${worst}.ndjson`);
  const bytes = new TextEncoder().encode(`{"type":"person","key":"x","displayName":${JSON.stringify(worst)}}\n`);
  await ask('steward', `/uploads/${uploadId}/files?path=${path}`, bytes);
  await keepBacktest(
    kith.database.db,
    { ...backtestReport, courses: [worst] },
    { institutionId: kith.institutionId, courseIds: [courseId], asKnownThen: false, now: new Date() },
  );
  return { uploadId, noteId, quiet };
}
