import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

export const mentors = (f: Formats): Messages['mentors'] => ({
  title: 'Mentoring unter Lernenden',
  about:
    'Lernende, die angeboten haben, für jemanden da zu sein. Eine Mentorin oder ein Mentor sieht einen Namen und warum die beiden zueinander passen, und nie eine Zahl über jemanden. Niemand erfährt etwas, bevor Sie ein Paar bestätigen.',
  pool: (mentors, room) =>
    `${f.count(mentors, 'lernende Person bietet', 'Lernende bieten')} hier Mentoring an, mit Platz für ${f.number(room)} weitere.`,
  roomOf: (name, free) => `${name} (${f.count(free, 'Platz', 'Plätze')})`,
  noMentors: 'Noch hat hier niemand Mentoring angeboten.',
  noMentorsMore: 'Lernende sagen es selbst, unter „Meine Daten“. Ein Wort im Kurs kann helfen.',
  mentees: 'Für wen jemand da sein könnte',
  menteesMore:
    'Lernende der letzten Woche, die hier ohne Anschluss sein könnten und kein Mentoring haben. Fragen Sie zuerst die Person selbst, wenn Sie können.',
  noMentees: 'Diese Woche fällt niemand auf, oder es gibt schon ein Mentoring.',
  propose: 'Paare vorschlagen',
  noRoom: 'Niemand im Mentoring hat noch Platz.',
  nobodyTicked: 'Niemand wurde angekreuzt.',
  proposed: (proposed, without) =>
    `${f.count(proposed, 'Paar', 'Paare')} vorgeschlagen${without === 0 ? '.' : `; für ${f.number(without)} gibt es niemanden, der darf und kann.`}`,
  toConfirm: 'Vorgeschlagene Paare',
  paired: 'Paare',
  pair: (mentor, mentee) => `${mentor} für ${mentee}`,
  shared: (courses) =>
    courses === 1 ? 'Beide sind in diesem Kurs.' : `Sie haben ${f.number(courses)} Kurse gemeinsam.`,
  speak: (languages) => `Beide sprechen ${languages}.`,
  apart: (hours) =>
    hours < 1
      ? 'Sie leben in denselben Stunden.'
      : `Ihre Uhren liegen ${f.count(hours, 'Stunde', 'Stunden')} auseinander.`,
  confirm: 'Bestätigen',
  decline: 'Dieses Paar nicht',
  end: 'Beenden',
  decided: {
    confirmed: 'Bestätigt. Sagen Sie es beiden, in Ihren eigenen Worten.',
    declined: 'Dieses Paar wird nicht wieder vorgeschlagen.',
    ended: 'Beendet. Dort ist wieder Platz.',
  },
  link: 'Mentoring unter Lernenden',
});

export const mentoring = (_: Formats): Messages['mentoring'] => ({
  title: 'Mentoring',
  about:
    'Lernende, die füreinander da sind. Sie lesen einen Namen und was für Sie beide spricht, und nichts darüber, wie es jemandem geht.',
  forMe: 'Für Sie da',
  forOthers: 'Sie sind da für',
  nobody: 'Sie sind im Moment in keinem Paar.',
  nobodyMore: 'Wer Sie unterrichtet, bestätigt jedes Paar und spricht vorher mit Ihnen beiden.',
  unnamed: 'Jemand in Ihrem Kurs',
  since: (day) => `Seit ${day}.`,
  sayNo: 'Ob Sie vorgeschlagen werden dürfen, und mit wem nie, entscheiden Sie unter',
  ruledOut: 'Sie haben entschieden, nicht vorgeschlagen zu werden. Ändern können Sie das unter',
});
