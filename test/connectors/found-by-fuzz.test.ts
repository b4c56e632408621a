import type { Connector } from '@kith/etl/connector.ts';
import { connectors } from '@kith/etl/extract/index.ts';
import { expect, test } from 'vitest';

import { fileOf } from '../support/bytes.ts';
import { fixtures } from '../support/connector-fixtures.ts';
import { intact } from '../fuzz/try-one.ts';
import { survives } from '../fuzz/survives.ts';

/** What `npm run fuzz` found: a fixture, a piece of it, and what stood there when the connector gave a record that is none. */
test.each([
  ['coursera', 'legacy-forum', /,\d+(?=,[^,\n]*$)/m, `,${'9'.repeat(400)}`],
  ['discord', 'json', /"id": "77"/, '"id": ""'],
  ['discord', 'json', /"name": "ana_s"/, '"name": ""'],
  ['discourse', 'users', /"username":"ana"/, '"username":""'],
  ['discourse', 'private-message', /[^]+/, '1e+102'],
  ['ed', 'users', /"name": ?"(?=[^"])[^"]+"/, '"name":""'],
  ['discourse', 'users', /"external_id":"s100"/, '"external_id":""'],
  ['meeting-json', 'meet-reports', /"organizer_email", "value": "[^"]+"/, '"organizer_email", "value": ""'],
  ['meeting-report', 'meet-name', /\d+ ?min/, `${'9'.repeat(400)} min`],
  ['piazza', 'class-export', /"id":"p2"|"id": "p2"|"id":"p4"/, '"id":""'],
  ['reddit', 'listing', /"subreddit_id": ?"[^"]+"/, '"subreddit_id":""'],
  ['reddit', 'comments', /"author_fullname": ?"[^"]+"/, '"author_fullname":""'],
  ['survey-wide', 'qualtrics', /Europe\/Vienna/, 'EUROPE/VIENNQ'],
  ['xapi', 'open-edx', /(?<="parent": \[\{"id": )"[^"]+"/, '""'],
] as const)('%s %s: %s', async (id, variant, piece, harm) => {
  const connector = (connectors as readonly Connector[]).find((each) => each.id === id)!;
  const fixture = fixtures(id).find((each) => each.variant === variant)!;
  const texts = (await intact(fixture)).map(({ name, bytes }) => ({ name, text: bytes.toString('utf8') }));
  expect(texts.filter(({ text }) => piece.test(text))).not.toEqual([]);
  const files = texts.map(({ name, text }) => fileOf(text.replace(piece, harm), name));
  const context = { ...fixture.context, options: { ...fixture.context.options, sso: 'sis' } };
  const { refused, file } = await survives(connector, () => ({ path: 'harmed', files }), context);
  expect(refused > 0 || file !== undefined || /^"(name|organizer_email)".*""$| min$/.test(harm)).toBe(true);
});
