import type { EvaluationWords } from './evaluation.ts';

export const evaluation: EvaluationWords = {
  title: (of) => `Auswertung: ${of}`,
  short: 'Kurz gesagt',
  alerts: (people) => `Kith hat rund ${people} Lernende vorgeschlagen, auf die man zugehen könnte.`,
  contacted: (people, share, interval) =>
    `Rund ${people} davon wurden angesprochen: ${share} (${interval} mit anderen Lernenden).`,
  hidden: 'Wie viele angesprochen wurden, ist ausgelassen: Es würde von wenigen Menschen erzählen.',
  none: 'Niemand wurde vorgeschlagen, oder so wenige, dass es von ihnen erzählen würde.',
  funnel: 'Von der Liste zur Antwort',
  funnelTable: 'Vorgeschlagene Lernende, und was geschah',
  step: 'Schritt',
  steps: ['mindestens einmal vorgeschlagen', 'angesprochen', 'haben geantwortet', 'von Lehrenden zurückgestellt'],
  people: 'Lernende',
  share: 'Anteil an den Vorgeschlagenen, mit 95-%-Intervall',
  times: 'Wie bald',
  timeTo: (days, quick) =>
    `Die Hälfte derer, die nach dem Vorschlag angesprochen wurden, wurde es innerhalb von ${days} Tagen; ${quick} innerhalb einer Woche.`,
  tooFewStaff:
    'Wie bald jemand reagiert, ist ausgelassen: Hier lehren weniger als fünf Menschen, oder der Rest eines größeren Teils wären weniger als fünf.',
  effects: 'Hat es geholfen?',
  effectSaid: (weeks, difference, interval) =>
    `Nach ${String(weeks)} Wochen hatte sich die Zahl der Menschen in Kontakt um ${difference} mehr verändert als bei ähnlichen Lernenden, die nicht angesprochen wurden (${interval}).`,
  effectTooFew: (weeks) =>
    `Nach ${String(weeks)} Wochen lassen sich zu wenige Kontakte vergleichen, um zu sagen, ob es geholfen hat.`,
  afterWeeks: (weeks) => `${String(weeks)} Wochen`,
  effectTable:
    'Kontakte neben ähnlichen Lernenden derselben Woche, die nicht angesprochen wurden, über Kurse zusammengefasst',
  effectColumns: ['Nach', 'Kurse', 'Verglichene Kontakte', 'Unterschied in Menschen in Kontakt', '95-%-Intervall'],
  groups: 'Werden alle gleich erreicht?',
  groupsMore:
    'Kontaktrate und Zeit bis zum Kontakt nach Gruppen, auf die sich die Einrichtung verständigt hat. Gruppen unter zehn sind zusammengefasst oder ausgelassen. Ein Unterschied ist eine Frage, kein Befund: Sehen Sie zuerst auf die Größe der Gruppen.',
  groupTitles: { region: 'Region', study_mode: 'Studienform', time_zone: 'Zeitzone' },
  groupsTable: (by) => `Vorgeschlagene Lernende nach ${by}`,
  groupsCaption: (by) =>
    `Kontaktrate nach ${by} mit 95-%-Intervall. Wo sich zwei Linien überschneiden, ist kein Unterschied bekannt.`,
  group: 'Gruppe',
  rate: 'Kontaktrate',
  daysTo: 'Tage bis zum Kontakt, Median',
  other: 'andere und nicht bekannt',
  noGroups: 'Keine Quelle nennt von genügend Lernenden Region, Studienform oder Zeitzone.',
  review: 'Für die jährliche Überprüfung',
  reviewMore:
    'Was der Code of practice for learning analytics (Jisc 2015, 2018) eine Einrichtung zu überprüfen bittet, und was davon Kith zeigen kann. Das Jahr vor dem Stand dieses Berichts, die ganze Einrichtung.',
  reviewColumns: ['Was der Code fragt', 'Was Kith zeigt'],
  questions: ({ optedOut, requests, erasures, exports, definitions }) => [
    [
      'Verantwortung: wer dafür einsteht',
      'Rechte und wer sie gab stehen auf der Seite der Rechte; Entscheidungen im Zugriffsprotokoll.',
    ],
    [
      'Transparenz und Einwilligung: was Menschen wissen und wozu sie ja gesagt haben',
      `Widersprochen haben: ${optedOut}. Alle Lernenden lesen unter „Meine Daten“, was über sie vorliegt.`,
    ],
    [
      'Privatsphäre: was Menschen zu ihren Daten gefragt haben',
      `Beantwortete Anfragen: ${requests}. Gelöschte Menschen: ${erasures}.`,
    ],
    [
      'Gültigkeit: ob die Zahlen tragen',
      `Geltende Definitionen: ${definitions}. Wie sie geprüft wurden: docs/validation.md.`,
    ],
    [
      'Zugang: wer was sieht',
      `Genehmigte Forschungsexporte: ${exports}. Jeder Blick auf Lernende steht im Zugriffsprotokoll.`,
    ],
    ['Gutes ermöglichen: was daraus folgt', 'Der Abschnitt „Hat es geholfen?“ oben, mit dem, was er nicht sagen kann.'],
    [
      'Schaden vermeiden: niemandem geht es schlechter',
      'Der Abschnitt „Werden alle gleich erreicht?“ oben. Eine Liste ist ein Anlass hinzusehen, nie eine Entscheidung.',
    ],
    ['Umgang mit Daten: nicht länger als nötig', 'Die Aufbewahrung läuft jede Woche; ihre Belege stehen im Protokoll.'],
  ],
  open: 'Bleibt den Menschen',
  openItems: [
    'Ob die Zwecke noch gelten, und ob Lernende und Lehrende gefragt wurden.',
    'Ob Lehrende geschult wurden, und ob die Last der Kontakte zu tragen ist.',
    'Beschwerden, und was daraus gelernt wurde.',
  ],
  made: [
    'Wer in zwei Kursen ist, zählt in jedem. Angesprochen ist, wer einen nicht zurückgenommenen Kontakt hat, vor oder nach dem ersten Vorschlag.',
    'Intervalle von Anteilen sind Wilsons, aus den gedruckten Zahlen. Unterschiede stammen aus einem Vergleich ähnlicher Lernender derselben Kurswoche, nach Lernenden gruppiert, und sind über Kurse nach dem Kehrwert ihrer Varianz zusammengefasst, mit dem, worin sich Kurse unterscheiden (DerSimonian & Laird 1986).',
    'Wer selbst um Hilfe gebeten hat, steht hier in keiner Zahl.',
  ],
  limits: [
    'Sie sagen, was in Kith notiert wurde. Ein Wort auf dem Flur, das niemand eintrug, steht nicht hier.',
    'Kontakte wurden nicht verlost: Was ein Vergleich nicht sieht, kann sich trotzdem unterscheiden.',
    'Zahlen sind auf fünf gerundet, Anteile sind Anteile solcher Zahlen, und wenige Menschen sind ausgelassen wie in jedem Bericht.',
  ],
};
