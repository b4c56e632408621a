import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { claim, launches, membership } from './lti-launches.ts';
import { clientId, host, Platform } from './lti-platform.ts';

let platform: Platform;
beforeAll(async () => {
  platform = await Platform.open();
});
afterAll(() => platform.close());

const meOf = async (session: string | undefined) =>
  (await platform.ask('/api/v1/me', session)).json<{ personId?: number; roles: string[] }>();

test.each(['GET', 'POST'] as const)('a platform begins by %s and is asked for a token by form', async (method) => {
  const { asks, flow } = await platform.begin(method);
  expect(asks).toMatchObject({
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
    client_id: clientId,
    redirect_uri: `https://${host}/lti/launch`,
    login_hint: '535fa085',
    lti_message_hint: 'eyJ0',
  });
  expect(flow).toMatchObject({ httpOnly: true, secure: true, sameSite: 'None' });
});

test('in a frame Kith offers a window of its own, and lets nobody else show that page', async () => {
  const fields = { ...platform.initiation(), login_hint: '"><script>' };
  const answer = await platform.send('POST', '/lti/login', fields, { 'sec-fetch-dest': 'iframe' });
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toContain('target="_blank"');
  expect(answer.body).not.toContain('<script>');
  expect(answer.headers['content-security-policy']).toContain(`frame-ancestors ${platform.issuer}`);
  expect(answer.cookies).toEqual([]);
});

describe('launches as the platforms send them', () => {
  test.each([
    ['canvas', 'instructor'],
    ['blackboard', 'instructor'],
    ['moodle', 'instructor'],
    ['brightspace', 'assistant'],
  ] as const)('%s: the person and the course are known; the role holds there, for the session', async (name, role) => {
    const { to, session } = await platform.launch(launches[name]);
    expect(to).toBe(`/courses/${String(platform.kith.own.courseId)}`);
    const me = await meOf(session);
    expect(me).toMatchObject({ personId: platform.kith.staff.stranger.personId });
    expect(me.roles).toContain(role);
    const course = await platform.ask(`/api/v1/courses/${String(platform.kith.own.courseId)}/learners`, session);
    expect(course.statusCode).toBe(200);
    const grants = await platform.kith.database.db
      .selectFrom('ops.accessGrant')
      .select(['role', 'validTo'])
      .where('launched', '=', true)
      .where('role', '=', role)
      .execute();
    expect(grants).toHaveLength(1);
    expect(grants[0]!.validTo!.getTime()).toBeLessThanOrEqual(Date.now() + 12 * 3_600_000);
  });

  test('a learner who mentors comes in, and to no course', async () => {
    await platform.kith.database.db.deleteFrom('ops.accessGrant').where('launched', '=', true).execute();
    await platform.kith.database.db
      .deleteFrom('ops.courseAccess')
      .where('courseId', '=', platform.kith.own.courseId)
      .where('personId', '=', platform.kith.staff.stranger.personId)
      .execute();
    const { session } = await platform.launch(launches.reference);
    const course = await platform.ask(`/api/v1/courses/${String(platform.kith.own.courseId)}`, session);
    expect(course.statusCode).toBe(404);
  });

  test('an administrator of the institution teaches nothing by that', async () => {
    const roles = [
      'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor',
      'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator',
    ];
    const { session } = await platform.launch({ ...launches.canvas, [claim('roles')]: roles });
    expect((await meOf(session)).roles).toEqual(['instructor']); // of physics, by roster
    const rows = await platform.kith.database.db
      .selectFrom('ops.accessGrant')
      .selectAll()
      .where('launched', '=', true)
      .execute();
    expect(rows).toEqual([]);
  });

  test('the pretended student of a teacher is not let in', async () => {
    const roles = [`${membership}#Learner`, 'http://purl.imsglobal.org/vocab/lti/system/person#TestUser'];
    expect(await platform.launch({ ...launches.canvas, [claim('roles')]: roles })).toMatchObject({
      to: '/sign-in?trouble=test-user',
      session: undefined,
    });
  });

  test('somebody unknown waits, whatever address the platform writes', async () => {
    expect(await platform.launch({ ...launches.blackboard, sub: 'new here' })).toMatchObject({
      to: '/sign-in?trouble=waiting',
      session: undefined,
    });
  });
});
