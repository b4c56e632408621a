import { keyOf } from '../../formats/natural-key.ts';
import type { Meant } from '../../formats/shape.ts';
import type { Batch } from './batch.ts';
import type { LogEvent } from './log-event.ts';
import { assessmentKinds } from './ora.ts';

const memberships: Readonly<Record<string, readonly [kind: 'team' | 'cohort', isEnd: boolean]>> = {
  'edx.team.learner_added': ['team', false],
  'edx.team.learner_removed': ['team', true],
  'edx.cohort.user_added': ['cohort', false],
  'edx.cohort.user_removed': ['cohort', true],
};

/** What later events of the log change in earlier ones. */
export function lookAhead({ name, at, person, course, event }: LogEvent, batch: Batch): void {
  if (/^edx\.course\.enrollment\.(?:de)?activated$/.test(name)) {
    batch.latest(keyOf('enrolment', event.id('user_id') ?? person, course), at);
  }
  const [kind] = memberships[name] ?? [];
  if (kind !== undefined)
    batch.latest(keyOf(groupOf(kind, event.text(`${kind}_id`), batch), event.id('user_id') ?? person), at);
  const certificate = event.value('certificate_id');
  if (name === 'edx.certificate.revoked' && typeof certificate === 'string') batch.revoked.set(certificate, at);
  const uuid = event.value('submission_uuid');
  if (name === 'openassessmentblock.create_submission' && typeof uuid === 'string' && !batch.submitters.has(uuid)) {
    batch.submitters.set(uuid, { user: person, course: course ?? '', item: uuid });
  }
}

/** Enrolments, teams, cohorts, awards and peer assessments; undefined where the event is none of them. */
export function peopleEvent({ name, at, person: actor, course, event }: LogEvent, batch: Batch): Meant[] | undefined {
  const inCourse = course === undefined ? {} : { course };
  const person = event.id('user_id') ?? actor;
  const isLast = (key: string) => batch.last.get(key) === at;
  if (/^edx\.course\.enrollment\.(?:de)?activated$/.test(name)) {
    const isEnd = name.endsWith('deactivated');
    const outcome = isEnd ? 'withdrawn' : 'enrolled';
    const found: Meant[] = [
      { type: 'outcome', key: keyOf(person, course, outcome, at), ...inCourse, person, kind: outcome, at },
    ];
    if (!isLast(keyOf('enrolment', person, course)) || batch.enrolled.has(keyOf(person, course))) return found;
    const state = isEnd ? { to: at, status: 'withdrawn' as const } : { from: at };
    return [
      ...found,
      { type: 'enrolment', key: keyOf(person, course), ...inCourse, person, role: 'learner', ...state },
    ];
  }
  const [kind, isEnd] = memberships[name] ?? [];
  if (kind !== undefined) {
    const group = groupOf(kind, event.must(`${kind}_id`), batch);
    const key = keyOf(group, person);
    if (!isLast(key)) return [{ passed: 'an earlier coming or going of the same member' }];
    const isNew = batch.groups.size < batch.groups.add(group).size && !group.startsWith('team:');
    const title = event.text(`${kind}_name`);
    const made: Meant[] = isNew ? [{ type: 'group', key: group, ...inCourse, kind, title }] : [];
    return [
      ...made,
      { type: 'membership', key, ...inCourse, group, person, ...(isEnd ? { to: at, deleted: { at } } : { from: at }) },
    ];
  }
  if (name === 'edx.certificate.created') {
    const id = event.must('certificate_id');
    const revokedAt = batch.revoked.get(id);
    return [
      {
        type: 'award',
        key: keyOf('certificate', id),
        ...inCourse,
        person,
        kind: 'certificate',
        at,
        ...(revokedAt && { revokedAt }),
      },
    ];
  }
  if (name === 'edx.certificate.revoked') return [{ passed: 'a certificate taken back: the award says it' }];
  if (name === 'edx.badge.assertion.created') {
    const [key, title] = [keyOf('badge', event.must('assertion_id')), event.text('badge_name')];
    return [
      { type: 'award', key, ...inCourse, person, kind: 'badge', title, definition: event.text('badge_slug'), at },
    ];
  }
  if (/^openassessmentblock\.(?:peer|self|staff)_assess$/.test(name)) {
    const uuid = event.must('submission_uuid');
    const kindOf = event.mustOne('score_type', assessmentKinds);
    const receiver = batch.submitters.get(uuid)?.user;
    const key = keyOf('ora', uuid, actor, kindOf);
    return [
      {
        type: 'feedback',
        key,
        ...inCourse,
        giver: actor,
        ...(receiver && { receiver }),
        activity: uuid,
        kind: kindOf,
        givenAt: at,
      },
    ];
  }
  return undefined;
}

/** The log calls a team by its slug, the tables by its number. */
function groupOf(kind: 'team' | 'cohort', id: string | undefined, { users }: Batch): string {
  const written = `${kind}:${id ?? ''}`;
  return users.get(written) ?? written;
}
