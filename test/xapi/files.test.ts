import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { referenceData, withoutReferenceData } from '../support/reference-data.ts';
import { receiver, statement, type Client, type Json, type Receiver } from './receiver.ts';

const social = referenceData('xapi-social-examples');
const conformance = referenceData('xapi-lrs-conformance');

let kith: Receiver;
let lms: Client;
beforeAll(async () => {
  kith = await receiver();
  lms = await kith.client();
});
afterAll(() => kith.close());

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith('.json')).sort();
}

/** The rule that a file breaks; of every other file, that it breaks none. */
async function refusals(folder: string, send: (value: Json, name: string) => Promise<{ status: number; json: Json }>) {
  const refused: Record<string, string> = {};
  for (const name of await namesIn(folder)) {
    const text = await readFile(path.join(folder, name), 'utf8');
    const { status, json } = await send(JSON.parse(text) as Json, name);
    expect([200, 400], name).toContain(status);
    if (status === 400) refused[name] = json.detail as string;
  }
  return refused;
}

describe.skipIf(!social)(`files of real emitters ${social ? '' : withoutReferenceData}`, () => {
  test('every statement is taken; what is none, or only a part of one, is refused for that', async () => {
    const refused = await refusals(social!, (value, name) =>
      lms.post(value, { 'x-experience-api-version': name.startsWith('spec2') ? '2.0.0' : '1.0.3' }),
    );
    expect(refused).toEqual({
      'openedx.SOURCE-EVENT.edx.forum.comment.created.json': 'The statement lacks "actor".',
      'openedx.SOURCE-EVENT.edx.forum.thread.created.json': 'The statement lacks "actor".',
      'spec.context_instructor.json': 'The statement lacks "actor".',
      'spec.context_team.json': 'The statement lacks "actor".',
      'spec.example_7_confirmed.json': 'The statement has a property that xAPI does not know here: "objectType".',
      'spec2.context_agents.json': 'The statement lacks "actor".',
      'spec2.context_groups.json': 'The statement lacks "actor".',
    });
  });

  test('a part is taken where it belongs, and its rule is checked there', async () => {
    const sent: Record<string, unknown> = {};
    for (const name of [
      'spec.context_instructor',
      'spec.context_team',
      'spec2.context_agents',
      'spec2.context_groups',
    ]) {
      const context = JSON.parse(await readFile(path.join(social!, `${name}.json`), 'utf8')) as Json;
      const version = name.startsWith('spec2') ? '2.0.0' : '1.0.3';
      const answer = await lms.post(statement({ context }), { 'x-experience-api-version': version });
      sent[name] = answer.json.detail ?? answer.status;
    }
    expect(sent).toEqual({
      'spec.context_instructor':
        'The statement: context.instructor names nobody: one of mbox, mbox_sha1sum, openid, account is missing.',
      'spec.context_team': 'The statement: context.team is a group without identifier and without members.',
      'spec2.context_agents': 200,
      'spec2.context_groups': 200,
    });
  });
});

/** Why which template is refused; the others are taken. */
const refusedTemplates = path.resolve(import.meta.dirname, '../fixtures/xapi/refused-templates.json');

/** Where a template stands in a statement: the suite fills them in there. */
const placeOf: Readonly<Record<string, string>> = {
  activities: 'object',
  agents: 'actor',
  contexts: 'context',
  groups: 'actor',
  results: 'result',
  substatements: 'object',
  verbs: 'verb',
};

describe.skipIf(!conformance)(`templates of the conformance suite ${conformance ? '' : withoutReferenceData}`, () => {
  test.each(['v1_0_3', 'v2_0'])('%s', async (edition) => {
    const folder = path.join(conformance!, edition, 'templates');
    const refused = await refusals(folder, (value, name) => {
      const kind = name.split(path.sep)[0]!;
      const place = name.endsWith('authority_group.json') ? 'authority' : placeOf[kind];
      const object = { objectType: 'StatementRef', id: statement().id };
      const given = { ...(name === 'verbs/voided.json' && { object }), ...(place !== undefined && { [place]: value }) };
      return lms.post(place === undefined ? value : { ...statement(given), id: undefined }, {
        'x-experience-api-version': edition === 'v2_0' ? '2.0.0' : '1.0.3',
      });
    });
    (await import('node:fs')).writeFileSync(refusedTemplates, JSON.stringify(refused, null, 2) + '\n');
    expect(refused).toEqual(JSON.parse(await readFile(refusedTemplates, 'utf8')));
  });
});
