import type { Formats } from '#lib/format/formats.ts';

/** A message to one learner. */
export const writing = (_: Formats) => ({
  to: (name: string) => `Write to ${name}`,
  short: 'Write',
  begin: 'Begin with',
  subject: 'Subject',
  body: 'Message',
  send: 'Send by e-mail',
  sure: (name: string) => `Send this to ${name} now?`,
  sureMore: (from: string | null) =>
    from === null
      ? 'It goes out by the institution’s mail server, in your name.'
      : `It goes out by the institution’s mail server, in your name; answers come to ${from}.`,
  yes: 'Yes, send it',
  back: 'Read it again',
  copy: 'Copy the text',
  copied: 'Copied. Send it your way, then note it here.',
  copyNote: 'I have sent it: note it',
  way: {
    no_server: 'Kith has no mail server here, so copy the text and send it your way.',
    no_address: 'Kith knows no address of this person, so copy the text and send it your way.',
    no_name: 'Names are closed to you in this course, so nothing can be sent from here.',
  },
  keep: 'Keep as my text for this reason',
  keepMore: 'Names stay placeholders: {name}, {course} and {me}.',
  kept: 'Kept. It stands here the next time.',
  giveBack: 'Take Kith’s text again',
  own: 'your own text',
  forYou: 'For you, not for the message',
  forYouMore: 'The learner is never told a number or that a list named them. Kith refuses such words.',
  notKept: 'What you write is not kept. That you wrote is noted: who, when, by which way.',
  cancel: 'Back without writing',
});
