import { describe, expect, test } from 'vitest';
import { caliper } from '@kith/etl/extract/caliper/caliper.ts';
import { xapi } from '@kith/etl/extract/xapi/xapi.ts';
import { extract, recordsIn } from '../support/extraction.ts';

/** One idea, and the IRIs that emitters have for it (reference/xapi §4.4), on the thing it is done to. */
const ideas: readonly (readonly [idea: string, type: string, iris: readonly string[]])[] = [
  [
    'join',
    'http://adlnet.gov/expapi/activities/meeting',
    ['http://activitystrea.ms/join', 'http://activitystrea.ms/schema/1.0/join'],
  ],
  [
    'submit',
    'http://adlnet.gov/expapi/activities/assessment',
    ['http://activitystrea.ms/submit', 'http://activitystrea.ms/schema/1.0/submit'],
  ],
  [
    'enrol',
    'http://adlnet.gov/expapi/activities/course',
    ['http://adlnet.gov/expapi/verbs/registered', 'https://xapi.edlm/profiles/edlm-lms/concepts/verbs/enrolled'],
  ],
  [
    'badge',
    'https://xapi.edlm/profiles/edlm-lms/concepts/activity-types/badge',
    ['https://w3id.org/xapi/tla/verbs/achieved', 'http://id.tincanapi.com/verb/earned'],
  ],
  [
    'post',
    'http://id.tincanapi.com/activitytype/discussion',
    ['https://w3id.org/xapi/acrossx/verbs/posted', 'http://activitystrea.ms/create'],
  ],
];

async function meaningOf(verb: string, type: string): Promise<unknown[]> {
  const statement = {
    id: '00000000-0000-4000-8000-000000000001',
    actor: { account: { homePage: 'https://lms.example', name: '41' } },
    verb: { id: verb },
    object: { id: 'https://lms.example/thing/1', definition: { type, name: { en: 'Thing' } } },
    timestamp: '2026-02-02T09:00:00Z',
  };
  const records = recordsIn(await extract(xapi, { 'statements.json': JSON.stringify([statement]) }));
  return records.map((record) => ({ ...record, verbRaw: undefined }));
}

describe('xAPI', () => {
  test.each(ideas)('every IRI for "%s" means the same', async (_, type, iris) => {
    const meanings = await Promise.all(iris.map((iri) => meaningOf(iri, type)));
    expect(meanings[0]!.length).toBeGreaterThan(1);
    for (const meaning of meanings) expect(meaning).toEqual(meanings[0]);
  });

  test('joining a group is no joining of a meeting', async () => {
    const [group, meeting] = await Promise.all(
      ['https://xapi.edlm/profiles/edlm-lms/concepts/activity-types/group', ideas[0]![1]].map((type) =>
        meaningOf('http://activitystrea.ms/join', type),
      ),
    );
    expect(JSON.stringify(group)).toContain('"membership"');
    expect(JSON.stringify(meeting)).not.toContain('"membership"');
  });
});

describe('Caliper', () => {
  const event = (type: string, action: string, actor: unknown) => ({
    '@context': 'http://purl.imsglobal.org/ctx/caliper/v1p2',
    id: 'urn:uuid:00000000-0000-4000-8000-000000000001',
    type,
    actor,
    action,
    object: { id: 'https://lms.example/messages/1', type: 'Message', dateCreated: '2026-02-01T09:00:00.000Z' },
    eventTime: '2026-02-01T09:00:00.000Z',
  });
  const meaning = async (value: object) =>
    recordsIn(await extract(caliper, { 'events.json': JSON.stringify([value]) }));

  test('a word, its IRI of 1.1 and a thinned person mean the same', async () => {
    const person = { id: 'https://lms.example/users/41', type: 'Person' };
    const plain = await meaning(event('MessageEvent', 'Posted', person));
    expect(plain.map(({ type }) => type)).toEqual(['person', 'post']);
    for (const other of [
      event(
        'http://purl.imsglobal.org/caliper/v1/MessageEvent',
        'http://purl.imsglobal.org/vocab/caliper/v1/action#Posted',
        person,
      ),
      event(
        'http://purl.imsglobal.org/caliper/v1p1/MessageEvent',
        'http://purl.imsglobal.org/vocab/caliper/action#Posted',
        person,
      ),
      event('MessageEvent', 'Posted', person.id),
    ]) {
      expect(await meaning(other)).toEqual(plain);
    }
  });
});
