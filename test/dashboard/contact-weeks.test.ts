import { expect, test } from 'vitest';
import { weeksOfContacts } from '@kith/dashboard/lib/components/person/contact-weeks.ts';

const weeks = [
  { week: 1, weekStart: '2026-01-05' },
  { week: 2, weekStart: '2026-01-12' },
  { week: 3, weekStart: '2026-01-19' },
];

test('a contact marks its week, once; one since the last closed week marks that one; one from before marks none', () => {
  const contacts = ['2026-01-12T00:00:00Z', '2026-01-18T23:59:59Z', '2026-02-20T08:00:00Z', '2025-12-24T08:00:00Z'];
  expect([...weeksOfContacts(contacts, weeks)]).toEqual([2, 3]);
  expect(weeksOfContacts(contacts, []).size).toBe(0);
});
