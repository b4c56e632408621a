import { z } from 'zod';

export const Id = z.coerce.number().int().positive();
export const Instant = z.iso.datetime({ offset: true });
export const Day = z.iso.date();

/** A time zone by its name, such as Europe/Berlin: an offset means the other way round to Postgres. */
export const Zone = z
  .string()
  .max(64)
  .refine((name) => {
    if (/^[+-]/.test(name)) return false;
    try {
      new Intl.DateTimeFormat('en', { timeZone: name });
      return true;
    } catch {
      return false;
    }
  }, 'is no time zone: it looks like Europe/Berlin');

/** Sent to and believed: https, or plain http of this very machine. */
export const Address = z
  .url()
  .max(500)
  .refine(
    (text) => /^https:\/\/|^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/.test(`${text}/`),
    'must begin with https://',
  );

export const Week = z.coerce.number().int().min(1);

export const Band = z.enum(['connected', 'watch', 'elevated', 'high']);
export const Trend = z.enum(['worsening', 'improving', 'steady']);
export const Kind = z.enum(['isolation', 'presence_signal']);
export const State = z.enum(['scored', 'not_enough_data', 'unseen', 'opted_out', 'not_enrolled', 'staff_unknown']);
/** What could be seen of an enrolled learner: the first that holds. It filters the roster and is no score. */
export const RosterState = z.enum([
  'cannot_see',
  'no_opportunity',
  'never_started',
  'reading_only',
  'unanswered',
  'one_way',
  'connected',
]);
export const Confidence = z.enum(['high', 'medium', 'low']);

export const Component = z.enum([
  'peer_contact',
  'inbound_peers',
  'being_answered',
  'voice',
  'live_presence',
  'recency',
  'decline',
  'felt_belonging',
  'forum_presence',
]);

export const Source = z.enum(['forum', 'live', 'group', 'feedback', 'mentor', 'activity', 'survey']);
export const Visibility = z.enum([
  'present',
  'true_zero',
  'no_opportunity',
  'not_connected',
  'not_matched',
  'opted_out',
  'not_yet_enrolled',
]);

export const TieKind = z.enum([
  'reply',
  'mention',
  'reaction',
  'direct_message',
  'thread_copresence',
  'live_session',
  'breakout',
  'group_work',
  'peer_feedback',
  'assigned_feedback',
  'mentor_contact',
]);

/** What limits a course-week; each has a sentence and a next step on the page. */
export const Notice = z.enum([
  'no_way_to_connect',
  'no_staff',
  'no_roster',
  'assumed_start',
  'no_forum',
  'no_live',
  'no_activity',
  'parents_unknown',
  'presence_signal_only',
  'small_course',
  'not_started',
  'ended',
]);

/** An indicator's value: null where its minimum is not met, never 0. */
export const Value = z.number().nullable();
