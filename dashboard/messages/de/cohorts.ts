import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

export const cohorts = (f: Formats): Messages['cohorts'] => ({
  title: 'Kohorten',
  about:
    'Lernende mehrerer Kurse, nach einer Regel oder einer Liste, verfolgt nach der Woche ihres Kurses. Niemand wird genannt, und über weniger als zehn Personen wird nichts gesagt.',
  none: 'Noch wurde keine Kohorte gespeichert.',
  noneMore: 'Speichern Sie unten eine: ein Semester, einen Studiengang, eine Startwoche oder eine Liste.',
  people: (people, courses) => `Etwa ${f.number(people)} Personen in ${f.count(courses, 'Kurs', 'Kursen')}.`,
  byList: 'Nach Liste.',
  by: {
    termId: 'Semester',
    unitId: 'Teil der Einrichtung',
    courseId: 'Kurs',
    startWeek: 'Startwoche',
    group: 'Gruppe mit Namen',
  },
  everything: 'Alle Kurse, die Sie vergleichen dürfen.',
  waiting: 'Sie wird gerade angesehen. Kommen Sie in einer Minute wieder.',
  few: 'Weniger als zehn Personen sind darin, daher wird nichts gesagt.',
  tooClose:
    'Sie unterscheidet sich um weniger als zehn Personen von einem Kurs oder einer anderen Ihrer Kohorten, auch einer beendeten. Was über beide gesagt würde, spräche von diesen wenigen; daher wird über diese nichts gesagt.',
  counted: (when) => `Angesehen ${when}.`,
  end: (title) => `Weglegen: ${title}`,
  compare: 'Nebeneinander, nach Kurswoche',
  which: {
    retention: 'Noch da',
    reconnection: 'Wieder in Kontakt',
  },
  whichMore: {
    retention:
      'Anteil der Lernenden, die in dieser Woche ihres Kurses oder später gesehen wurden. Wer nie gesehen wurde, ist in keiner Linie. Zwei stille Wochen am Ende des Bekannten zählen als Weggang; wer zuletzt gesehen wurde, wird noch beobachtet.',
    reconnection:
      'Von denen, die irgendwann ohne Anschluss sein konnten: der Anteil, der es noch sein könnte, nach Wochen seitdem. Eine fallende Linie ist eine gute Nachricht.',
  },
  sentence: {
    retention: (title, share, week) => `${title}: ${f.percent(share)} waren in Woche ${f.number(week)} noch da.`,
    reconnection: (title, share, week) =>
      `${title}: nach ${f.count(week, 'Woche', 'Wochen')} könnten ${f.percent(share)} noch ohne Anschluss sein.`,
  },
  range: (low, high) => `(95-%-Intervall: ${f.percent(low)} bis ${f.percent(high)})`,
  curveFew: (title) => `${title}: zu wenige Personen oder Veränderungen, um etwas zu sagen.`,
  cut: 'Eine Linie endet, wo weniger als zehn noch beobachtet werden oder wo sich seit ihrem letzten Punkt weniger als fünf verändert haben. Punkte stehen nur, wo fünf oder mehr hinter einer Stufe stehen. Anteile sind auf ganze Prozent gerundet, Personen auf die nächsten fünf.',
  interval:
    'Das blasse Band ist ein 95-%-Intervall in jeder Woche (Kaplan-Meier, Greenwood, auf der Log-log-Skala). Wo Bänder sich überlappen, kann ein Unterschied Zufall sein.',
  week: 'Woche',
  share: 'Anteil',
  from: 'von',
  to: 'bis',
  atRisk: 'Beobachtete Personen',
  cohort: 'Kohorte',
  changes: 'Wer kam und ging',
  changesOf: (title) => `Wer kam und ging: ${title}`,
  caption: {
    retention: 'Anteil, der noch da ist, nach Kurswoche',
    reconnection: 'Anteil, der noch ohne Anschluss sein könnte, nach Wochen seitdem',
  },
  day: 'Tag',
  span: (from, to) => `${from} bis ${to}`,
  why: 'Warum',
  howMany: 'Personen',
  reason: {
    first: 'waren beim Speichern da',
    joined: 'kamen: Die Regel trifft nun auf sie zu',
    left_course: 'gingen: haben den Kurs verlassen',
    rule: 'gingen: Die Regel trifft nicht mehr auf sie zu',
  },
  changesMore:
    'Tage werden zusammengelegt, bis zehn Personen aus einem Grund kamen oder gingen; Neueres wartet. Personen auf die nächsten fünf. Wessen Tag es war, steht hier für niemanden. Auch die Personen hinter den Linien wechseln nur, wenn zehn oder mehr kamen oder gingen.',
  weeks: {
    title: 'Woche für Woche ihrer Kurse',
    about:
      'Neu gezählt aus den Lernenden und Beiträgen aller Kurse einer Kohorte, nie ein Mittel ihrer Zahlen. Anteile auf ganze Prozent aus gerundeten Anzahlen, andere Zahlen auf zwei Stellen.',
    which: 'Zahl',
    show: 'Zeigen',
    value: (value, unit) =>
      unit === 'share' ? f.percent(value) : unit === 'hours' ? `${f.number(value)} Std.` : f.number(value, 2),
    sentence: (cohort, value, week) => `${cohort}: ${value} in Woche ${f.number(week)}.`,
    none: (cohort) => `${cohort}: Diese Zahl ist nicht bekannt, oder sie spräche von wenigen.`,
    waiting: (cohort) => `${cohort}: Ihre Kurse werden gezählt. Kommen Sie später wieder.`,
    caption: (title) => `${title}, nach Kurswoche`,
    suppressed: 'weggelassen: wenige',
    people: 'Lernende',
    note: 'Eine Woche fehlt, wo weniger als zehn Lernende einer Kohorte in ihren Kursen waren oder wo eine andere Ihrer Kohorten einige wenige aus ihr herausschnitte. Über Lehrende, über Netze, Themen und Gruppen ganzer Kurse, über Orte und über Antworten ohne Namen wird von keiner Kohorte etwas gesagt.',
  },
  save: 'Eine Kohorte speichern',
  name: 'Wie sie heißen soll',
  any: 'beliebig',
  rule: 'Nach Regel: Lernende, für die all das gilt',
  saveRule: 'Regel speichern',
  list: 'Nach Liste',
  listLabel: 'Adressen oder Schlüssel, je Zeile einer, mindestens zehn',
  listMore:
    'Ihnen wird nicht gesagt, wer davon gefunden wurde. Genommen werden Lernende aus Kursen, die Sie vergleichen dürfen.',
  saveList: 'Liste speichern',
  saved: 'Gespeichert. Sie wird angesehen; kommen Sie in einer Minute wieder.',
  link: 'Kohorten',
});
