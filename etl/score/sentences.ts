import type { Change, ComponentId, Reason } from './types.ts';
import { amount, many, often, percent } from './wording.ts';

/**
 * The English of reasons: a sentence first, with the learner's number and the usual one in it.
 *
 * Facts about what happened, never about what somebody is or feels. Where no usual was measured the sentence says so
 * instead of quoting one. `messageKey` and `params` carry the same to a translation.
 */
type Say = (params: Readonly<Record<string, number>>, reason: Reason) => string;

const reasonSentences: Readonly<Record<ComponentId, Say>> = {
  peer_contact: ({ value = 0 }, reason) =>
    `In touch with ${many(value, 'classmate')} lately; ${theUsual(reason, amount)}.`,

  inbound_peers: ({ value = 0 }, reason) =>
    value === 0
      ? `No classmate has turned to them in six weeks; ${theUsual(reason, amount)}.`
      : `${capital(many(value, 'classmate'))} turned to them in six weeks; ${theUsual(reason, amount)}.`,

  being_answered({ answered = 0, answerable = 0, mu = 0 }, { usualBasis, usualValue }) {
    const wrote = `Wrote ${many(answerable, 'post')} in four weeks and`;
    const got = answered === 0 ? `${wrote} no classmate answered` : `${wrote} classmates answered ${answered}`;
    if (usualBasis === 'fallback') return `${got}; there are too few posts here to say what is usual.`;
    const measure = usualBasis === 'at_least' ? `, and ${often(usualValue ?? 0).share} is the measure` : '';
    const { share, verb } = often(mu);
    return `${got}; here ${share} ${verb} an answer${measure}.`;
  },

  voice: ({ value = 0 }, reason) =>
    amount(value) === '0'
      ? `Has not written to classmates lately; ${theUsual(reason, replies)}.`
      : `Has written the equivalent of ${replies(value)} to classmates lately; ${theUsual(reason, amount)}.`,

  live_presence: ({ value = 0 }, reason) =>
    `Came to ${value === 0 ? 'none' : percent(value)} of the live sessions within reach in four weeks; ` +
    `${theUsual(reason, percent)}.`,

  recency: ({ value = 0 }) => `Not seen for ${many(value, 'day')}.`,

  decline({ recent = 0, base = 0, presenceFactor = 1 }) {
    const everyone = presenceFactor < 0.95 ? `; the class as a whole is down to ${percent(presenceFactor)}` : '';
    return `Here on ${many(recent, 'day')} a week lately, on ${amount(base)} in the weeks before${everyone}.`;
  },

  felt_belonging: ({ value = 0 }) => `Told us ${amount(value)} of 5 on feeling part of this course.`,

  forum_presence: ({ value = 0 }, reason) =>
    `Opened the forum on ${many(value, 'day')} in four weeks; ${theUsual(reason, amount)}.`,
};

export function reasonSentence(reason: Reason): string {
  return reasonSentences[reason.component](reason.params, reason);
}

const changes: Readonly<Record<ComponentId, (params: Readonly<Record<string, number>>) => string>> = {
  peer_contact: ({ missing = 0 }) => `contact with about ${many(Math.ceil(missing), 'more classmate')}`,
  inbound_peers: ({ missing = 0 }) => `hearing from ${many(Math.ceil(missing), 'more classmate')}`,
  being_answered: ({ missing = 0, answered = 0, answerable = 0 }) =>
    `a classmate's answer to ${missing} of the ${many(answerable - answered, 'post')} still without one`,
  voice: ({ missing = 0 }) => `about ${many(Math.ceil(missing), 'more reply', 'more replies')} to classmates`,
  live_presence: () => 'coming to a live session',
  recency: () => 'being here again',
  decline: ({ base = 0, presenceFactor = 1 }) =>
    `being here on about ${many(base * presenceFactor, 'day')} a week again`,
  felt_belonging: () => 'a better answer, after a conversation, on feeling part of this course',
  forum_presence: ({ missing = 0 }) => `opening the forum on ${many(Math.ceil(missing), 'more day')}`,
};

export function changeSentence(change: Change): string {
  return `What would change this: ${changes[change.component](change.params)}.`;
}

/** The clause about the usual, which admits where it was not measured. */
function theUsual({ usualBasis, usualValue, params }: Reason, say: (value: number) => string): string {
  const usual = say(usualValue ?? 0);
  if (usualBasis === 'at_most') return `${usual} or more is usual`;
  if (usualBasis === 'at_least') return `the usual is ${say(params.median ?? 0)}, and ${usual} is the measure`;
  if (usualBasis === 'fallback') return `too few are active to say what is usual, so ${usual} is the measure`;
  return `the usual is ${usual}`;
}

const replies = (value: number): string => many(value, 'reply', 'replies');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
