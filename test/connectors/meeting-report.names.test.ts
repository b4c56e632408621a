import { expect, test } from 'vitest';
import { personKey, plainName } from '@kith/etl/extract/meeting-report/attendee.ts';
import { saysDay } from '@kith/etl/extract/meeting-report/chat.ts';
import { dayInName } from '@kith/etl/extract/meeting-report/day.ts';
import { zoomName } from '@kith/etl/extract/meeting-report/zoom-name.ts';

test.each([
  ['Ada Lind (Guest)', 'Ada Lind'],
  ['Ada  Lind (External) (Unverified)', 'Ada Lind'],
  ['[Acme] Ada Lind', 'Ada Lind'],
  ['Ada Lind (she/her)', 'Ada Lind'],
  ['Zoe\u0308 Lind', 'Zo\u00eb Lind'],
  ['Ada (Adelheid) Lind', 'Ada (Adelheid) Lind'],
])('%j is called %j', (written, name) => {
  expect(plainName(written)).toBe(name);
});

test('the key of a person: number before address before name', () => {
  const name = 'Lind, Ada';
  expect(personKey({ name, email: 'A.Lind@Uni.example', sisId: '0042' })).toBe('0042');
  expect(personKey({ name, email: 'A.Lind@Uni.example', upn: 'u1@uni.example' })).toBe('a.lind@uni.example');
  expect(personKey({ name, upn: 'U1@uni.example' })).toBe('u1@uni.example');
  expect(personKey({ name })).toBe(personKey({ name: 'ADA lind (Guest)' }));
  expect(personKey({ name: 'Ada', originalName: 'Ada Lind' })).toBe('name:ada lind');
  expect(personKey({ name: ' (Guest)' })).toBeUndefined();
});

test.each([
  ['015_Loki (Loki Laufeyson)', { name: '015_Loki', originalName: 'Loki Laufeyson' }],
  ['Cy (Cyril (Cy) Marsh)', { name: 'Cy', originalName: 'Cyril (Cy) Marsh' }],
  ['Ada (x) Lind', { name: 'Ada (x) Lind' }],
  ['Ada Lind)', { name: 'Ada Lind)' }],
  ['(Ada Lind)', { name: '(Ada Lind)' }],
])('Zoom shows %j', (cell, expected) => {
  expect(zoomName(cell)).toEqual(expected);
});

test.each([
  ['teams-report_id_2022-04-11_semicolon.csv', '2022-04-11'],
  ['week 3/Attendance 20220411.csv', '2022-04-11'],
  ['report_2022_04_11.csv', '2022-04-11'],
  ['report 2022-13-11.csv', undefined],
  ['participants_60245167821.csv', undefined],
  ['participants_20220411999.csv', undefined],
  ['export.dat', undefined],
])('the day in the name %j is %s', (name, day) => {
  expect(dayInName(name)).toBe(day);
});

test.each([
  ['GMT20260201-100000_Recording.txt', true],
  ['GMT20261301-100000_Recording.txt', false],
  ['GMT20260201-990000_Recording.txt', true], // no time that exists, but a day
  ['chat.txt', false],
])('whether %j says when the chat was: %j', (name, says) => {
  expect(saysDay({ name }, { timezone: 'UTC' })).toBe(says);
});
