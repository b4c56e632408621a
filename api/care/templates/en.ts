import type { Template, Templates } from '../template.ts';

const letter = (subject: string, ...paragraphs: readonly string[]): Template => ({
  subject,
  body: ['Dear {name},', ...paragraphs, 'Best wishes,\n{me}'].join('\n\n'),
});

export const templatesEn: Templates = {
  told_us: letter(
    'Thank you for telling us',
    'Thank you for saying how {course} feels for you at the moment. That is worth a lot, and I would like to understand it better.',
    'Would you have ten minutes this week, by phone or online? If you would rather write, I read that just as gladly.',
  ),
  never_started: letter(
    'Can you get into {course}?',
    'I am looking forward to having you in {course}. Before anything else: does everything open for you, or is something in the way?',
    'If a link or a password does not work, answer with a line and I will sort it out. You have missed nothing that cannot be caught up on.',
  ),
  gone_quiet: letter(
    'A hello from {course}',
    'I have not seen you in {course} for a little while and wanted to say hello. There is nothing you need to explain.',
    'If it would help to talk about where to pick things up again, tell me when it suits you.',
  ),
  posts_unanswered: letter(
    'Your post in {course}',
    'Thank you for what you wrote in our forum. I read it with interest, and I am sorry that it stayed without an answer.',
    'I have answered now and asked others to join in. I would be glad if you took it up again.',
  ),
  staff_only: letter(
    'A question for the others too?',
    'Your questions in {course} are good ones, and others would gain from them. May I pass the next one on to the whole class, with your name or without?',
    'I think some of your classmates would have an interesting answer.',
  ),
  one_partner: letter(
    'Mixing the groups',
    'I am about to put together the next groups in {course}, and would like to mix them a little.',
    'Is there somebody you would enjoy working with, or would you rather be surprised?',
  ),
  silent_observer: letter(
    'An invitation',
    'In {course} we have a thread in which a line or two is plenty, and I would be curious what you make of it.',
    'If you prefer to read along, that is fine too.',
  ),
  outside_own_group: letter(
    'How is it going in your group?',
    'How do you find working in your group in {course}? If times or ways of meeting do not suit you, we can change them.',
    'A line is enough.',
  ),
  band: letter(
    'A hello from {course}',
    'How is {course} going for you so far? I try to have a short word with everybody once in a term.',
    'If you like, tell me one thing that works well and one that I could change. Getting in touch with others in the course is easier in a small group: I can suggest one.',
  ),
};
