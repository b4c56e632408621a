import { type Field, fieldsOf, rulesOf } from '@kith/etl/docs/record-fields.ts';
import { recordSchemas, recordTypes } from '@kith/etl/records/record.ts';
import { expect, test } from 'vitest';

const field = (type: 'person' | 'post' | 'survey_response', path: string): Field | undefined =>
  fieldsOf(recordSchemas[type]).find((each) => each.path === path);

test('fields say what may be left out, what stands in, and what is inside them', () => {
  expect(field('post', 'thread')).toEqual({ path: 'thread', type: 'key', required: true, fallback: undefined });
  expect(field('post', 'createdAt')).toMatchObject({ type: 'instant', required: true });
  expect(field('post', 'editedAt')).toMatchObject({ type: 'instant', required: false });
  expect(field('post', 'words')).toMatchObject({ type: 'count', fallback: undefined });
  expect(field('post', 'anonymity')).toMatchObject({ type: 'none, peers, all', required: false, fallback: '"none"' });
  expect(field('post', 'mentions')).toMatchObject({ type: 'list of key', fallback: '[]' });
  expect(field('person', 'timezone')).toMatchObject({ type: 'time zone' });
  expect(field('person', 'claims')).toMatchObject({ type: 'list of objects' });
  expect(field('person', 'claims[].value')).toMatchObject({ required: true });
  expect(field('person', 'attributes')).toMatchObject({ type: 'object of text' });
  expect(field('survey_response', 'items[].number')).toMatchObject({ type: 'number', required: false });
});

test('every field of every record has a type in words', () => {
  for (const type of recordTypes) {
    for (const { path, type: shown } of fieldsOf(recordSchemas[type])) expect(shown, `${type}.${path}`).not.toBe('any');
  }
});

test('rules between fields are told in the words of the schema', () => {
  expect(rulesOf(recordSchemas.post)).toEqual(['a post with anonymity "all" never has an author']);
});
