import type { Formats } from '#lib/format/formats.ts';

/** Peer mentors: learners who offered to be there for others, and the pairs. */
export const mentors = (f: Formats) => ({
  title: 'Peer mentors',
  about:
    'Learners who offered to be there for somebody. A mentor sees a name and why the two fit, and never a number about anyone. Nobody is told before you confirm a pair.',
  pool: (mentors: number, room: number) =>
    `${f.count(mentors, 'learner offers', 'learners offer')} to be a mentor here, with room for ${f.number(room)} more.`,
  roomOf: (name: string, free: number) => `${name} (${f.count(free, 'place', 'places')})`,
  noMentors: 'Nobody here has offered to be a mentor yet.',
  noMentorsMore: 'Learners say so themselves, under My data. A word in the course may help.',
  mentees: 'Whom somebody could be there for',
  menteesMore: 'Learners of the last week who may be unconnected here and have no mentor. Ask them first, if you can.',
  noMentees: 'Nobody stands out this week, or they have a mentor already.',
  propose: 'Propose pairs',
  noRoom: 'No mentor has room left.',
  nobodyTicked: 'Nobody was ticked.',
  proposed: (proposed: number, without: number) =>
    `${f.count(proposed, 'pair', 'pairs')} proposed${without === 0 ? '.' : `; for ${f.number(without)} there is nobody who may and can.`}`,
  toConfirm: 'Proposed pairs',
  paired: 'Pairs',
  pair: (mentor: string, mentee: string) => `${mentor} for ${mentee}`,
  shared: (courses: number) =>
    courses === 1 ? 'Both are in this course.' : `They share ${f.number(courses)} courses.`,
  speak: (languages: string) => `Both speak ${languages}.`,
  apart: (hours: number) =>
    hours < 1 ? 'They live in the same hours.' : `Their clocks are ${f.count(hours, 'hour', 'hours')} apart.`,
  confirm: 'Confirm',
  decline: 'Not this pair',
  end: 'End it',
  decided: {
    confirmed: 'Confirmed. Tell them both, in your own words.',
    declined: 'This pair will not be proposed again.',
    ended: 'Ended. The mentor has room again.',
  },
  link: 'Peer mentors',
});

/** A learner's own page of mentoring. */
export const mentoring = (_: Formats) => ({
  title: 'Mentoring',
  about:
    'Learners who are there for each other. You read a name and why the two of you might fit, and nothing about how anybody is doing.',
  forMe: 'There for you',
  forOthers: 'You are there for',
  nobody: 'You are in no pair at the moment.',
  nobodyMore: 'Somebody who teaches you confirms each pair, and talks to you both first.',
  unnamed: 'Somebody in your course',
  since: (day: string) => `Since ${day}.`,
  sayNo: 'You can choose not to be proposed to anybody, and whom never to be matched with, under',
  ruledOut: 'You have chosen not to be proposed to anybody. You can change that under',
});
