import type { RecordInput } from '../../records/record.ts';
import { extension } from './extensions.ts';
import type { Happening } from './happening.ts';

const kindsOfEnrolment = [
  'https://w3id.org/xapi/acrossx/extensions/type',
  'https://xapi.edlm/profiles/edlm-lms/concepts/context-extensions/enrolment-type',
];

/** No emitter says the role: a registration is taken for a learner's until a roster says otherwise. */
export function enrolmentOf({ statement, person, course, at }: Happening): RecordInput[] {
  const { context, object } = statement;
  const roleRaw = kindsOfEnrolment
    .map((iri) => extension(context?.extensions, iri) ?? extension(object.definition?.extensions, iri))
    .find((value) => typeof value === 'string');
  return [
    {
      type: 'enrolment',
      key: `${person.key}|${course ?? ''}|${at}`,
      course,
      person: person.key,
      role: 'learner',
      ...(roleRaw !== undefined && { roleRaw }),
      from: at,
    },
  ];
}

/** Leaving a course. Which enrolment it ends is not said; the outcome closes those that began before it. */
export function withdrawalOf(happening: Happening): RecordInput[] {
  return outcomeOf(happening, 'withdrawn');
}

export function outcomeOf(
  { person, course, at }: Happening,
  kind: 'withdrawn' | 'completed' | 'passed' | 'failed',
): RecordInput[] {
  const key = `${person.key}|${course ?? ''}|${kind}|${at}`;
  return [{ type: 'outcome', key, course, person: person.key, kind, at }];
}
