import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

type Words = Messages['backtests'];

const labels: Words['labels'] = {
  L1: 'Abmeldung in den nächsten 28 Tagen',
  L2: 'keine Aktivität in den nächsten 14 Tagen',
  L3: 'kein Kontakt mit Mitlernenden in den nächsten 28 Tagen, obwohl aktiv',
  L4: 'ein Puls von höchstens 2,5 in den nächsten 28 Tagen, unter denen, die antworten',
  L5: 'vom Simulator als unverbunden gesetzt',
};

const rankings: Words['rankings'] = {
  Kith: 'Kith: der Wert',
  B0: 'B0 Häufigkeit: eine geloste Liste',
  B1: 'B1 Tage seit der letzten Spur',
  B2: 'B2 aktive Tage von 14',
  B3: 'B3 Beiträge in 28 Tagen',
  B4: 'B4 Mitlernende im Austausch in 42 Tagen',
  B5: 'B5 logistisch aus Letztspur und Aktivität, an anderen Kursen gelernt',
};

const captions: Words['captions'] = {
  precision_at_k: 'Präzision bei k in Prozent. B0 ist, was eine geloste Liste erreichte.',
  roc: 'ROC: wie viel Prozent gefunden werden (nach oben), danach, wie viel Prozent der anderen ebenso hoch stehen. Gestrichelt: Zufall.',
  precision_recall: 'Präzision (nach oben) nach Trefferquote, in Prozent.',
  lift: 'Gewinn: das Wievielfache der Häufigkeit, danach, wie viel Prozent eines Kurses man ansieht. Gestrichelt: Zufall.',
  lead_times:
    'Lernende nach Wochen vom ersten Vorschlag bis zum Beginn. Unter 0: erst danach vorgeschlagen. Gestrichelt: weggelassen, weniger als fünf oder was eine solche Zahl verriete.',
  bands: 'Wie oft es eintrat, nach Stufe, in Prozent der Lernendenwochen, mit 95-%-Intervallen über Lernende.',
  abroca:
    'Fläche zwischen der ROC-Kurve jeder Gruppe und der aller anderen, in Prozent, mit 95-%-Intervallen über Lernende.',
  reliability:
    'Beobachteter (nach oben) nach vorhergesagtem Anteil in der späteren Durchführung, in Prozent. Gestrichelt: wie vorhergesagt.',
};

export const backtests = (f: Formats): Words => ({
  title: 'Rückschau',
  link: 'Wie der Wert neben dem steht, was danach kam',
  others: 'Rückschauen sind für Forschende.',
  othersMore: 'Sie sind für Forschende, die die Zahlen jedes geprüften Kurses sehen dürfen.',
  none: 'Noch ist keine Rückschau aufbewahrt.',
  noneMore: 'Sie wird auf der Befehlszeile gestartet, mit Kursen, die vorbei sind:',
  headline: (precision, prevalence) =>
    `Von den am höchsten eingestuften Lernenden traf es auf ${f.percent(precision)} zu; eine geloste Liste erreichte ${f.percent(prevalence)}.`,
  headlineMore: (label, learners, weeks) =>
    `Es: ${label}. Alle Lernenden, ${f.count(learners, 'Person', 'Personen')} in ${f.count(weeks, 'Kurswoche', 'Kurswochen')}. Am höchsten: jede Woche von zwanzig eines Kurses eine Person, mindestens eine.`,
  nothing: 'Zu wenige Lernende: Von keinem Ereignis lässt sich erzählen.',
  runs: 'Aufbewahrte Läufe',
  run: (courses, day) => `${f.count(courses, 'Kurs', 'Kurse')}, ${day}`,
  labelsTitle: 'Was eintrat',
  labels,
  leftOut: (ids) => `Ausgelassen, weil es bei weniger als fünf Lernenden eintrat oder ausblieb: ${ids}.`,
  of: (courses) => `Geprüft an ${courses}.`,
  versions: (all) => `Festlegungen: ${all}.`,
  digest: (digest) => `Prüfsumme der Daten: ${digest}.`,
  knownThen: 'Verwendet wurde nur, was damals schon geladen war.',
  knownNow: 'Verwendet wurde, was heute bekannt ist, nichts aus der Zeit nach der jeweiligen Woche.',
  definitions: 'Was die Festlegungen sagen',
  ranked: 'Der Wert neben den Vergleichswerten',
  rankedMore:
    'Zahlen gelten je Kurswoche und sind dann gemittelt. Intervalle (95 %) sind über Lernende gezogen. Nichts wurde an diese Kurse angepasst; B5 lernte an anderen.',
  populations: { all: 'alle Lernenden', 'active in the last 14 days': 'in den letzten 14 Tagen noch aktiv' },
  splits: { 'one course left out': 'jeder Kurs einmal ausgelassen', 'out of time': 'die letzte Durchführung' },
  attributes: { region: 'Herkunftsregion', 'time zone': 'Zeitzone', 'group work': 'Arbeit in Gruppen' },
  restsOn: (weeks, learners, cases) =>
    `${f.count(weeks, 'Kurswoche', 'Kurswochen')}, ${f.count(learners, 'Person', 'Personen')}, ${f.count(cases, 'Lernendenwoche', 'Lernendenwochen')}`,
  columns: {
    ranking: 'Rangfolge',
    precision: 'Präzision bei k',
    prevalence: 'Häufigkeit',
    recall: 'Trefferquote bei k',
    auc: 'ROC-Fläche',
    interval: '95-%-Intervall',
    ap: 'Mittlere Präzision',
  },
  rankings,
  captions,
  names: { 'in a group': 'in einer Gruppe', 'in no group': 'in keiner Gruppe' },
  along: { roc: 'Anteil der anderen', precision_recall: 'Trefferquote', lift: 'Anteil des Kurses' },
  early: 'Wie früh, und wie unruhig',
  earlySaid: (listed, ahead, learners) =>
    [
      `Es trat bei ${f.count(learners, 'Person', 'Personen')} ein.`,
      listed === null
        ? 'Wie viele davon bis dahin vorgeschlagen waren, ist weggelassen.'
        : `${f.percent(listed)} davon waren bis dahin vorgeschlagen.`,
      ahead === null ? '' : `${f.percent(ahead)} waren es zwei Wochen vorher.`,
    ].join(' '),
  median: (weeks) => `Median der Vorgeschlagenen: ${f.count(weeks, 'Woche', 'Wochen')} vorher.`,
  stability: (alerts, weeks) =>
    `${f.number(alerts, 1)} Vorgeschlagene je 100 Lernende und Woche, über ${f.count(weeks, 'Lernendenwoche', 'Lernendenwochen')}.`,
  changes: (share) => `${f.percent(share)} der Lernendenwochen haben eine andere Stufe als die Woche davor.`,
  weeksAhead: 'Wochen vorher',
  learners: 'Lernende',
  few: 'weggelassen',
  leftOutCell: 'ausgelassen',
  bandsTitle: 'Was eine Stufe wert war',
  band: 'Stufe',
  share: 'Anteil',
  fair: 'Wird jemand anders behandelt?',
  fairMore:
    'Wie oft Lernende, bei denen nichts eintrat, so viele Punkte erreichen. Gruppen unter zehn sagen ihre Größe und sonst nichts. p: wie oft geloste Gruppen sich ebenso unterscheiden. Ein Unterschied wird vermerkt ab 30 Lernenden in jeder Gruppe, einem Verhältnis über 1,5 und p von höchstens 0,01.',
  noSlices: 'Alle Lernenden gleichen sich in Region, Zeitzone und Gruppenarbeit, oder es ist nichts davon bekannt.',
  slice: (attribute, points) => `Nach ${attribute}, ab ${f.number(points)} Punkten`,
  differ: 'Unterschied vermerkt.',
  alike: 'Kein Unterschied vermerkt.',
  test: (ratio, p) => `Verhältnis des höchsten zum niedrigsten: ${ratio}; p = ${p}.`,
  notDefined: 'nicht bestimmt',
  betweenBy: (attribute) => `Fläche zwischen den Kurven nach ${attribute} (ABROCA)`,
  betweenMore:
    'Sieht bei diesen Größen selten einen Unterschied und liegt nie unter 0: Nur p trennt sie vom Zufall, und keine kleine Fläche sagt, dass alle gleich behandelt werden.',
  group: 'Gruppe',
  area: 'Fläche',
  held: 'Ein Typ, nach dem nichts ausgerichtet wurde',
  heldNone:
    'In diese Kurse ist keine Wahrheit gesetzt. Eine Simulation setzt eine, mit einem Typ, der bei keiner Voreinstellung angesehen wurde:',
  archetype: 'Typ',
  heldOut: 'bei keiner Voreinstellung angesehen',
  weeks: 'Lernendenwochen',
  found: 'Gefunden bei 5 % falschen Treffern',
  nonePlanted: 'keine gesetzt',
  probability: 'Eine Wahrscheinlichkeit neben dem Wert',
  notAsked:
    'Es wurde keine verlangt. Ein Wert ist keine Wahrscheinlichkeit. Mit zwei früheren Durchführungen und 50 Ereignissen lässt sich eine lernen:',
  refused: (label) =>
    `Für ${label} wird keine gelernt, und Kith bleibt bei seinen Voreinstellungen. Der Befehl sagte, warum:`,
  calibrated: (label, brier, ece) =>
    `Für ${label} an früheren Durchführungen gelernt und an der letzten geprüft: Brier ${f.number(brier, 3)}, erwarteter Kalibrierungsfehler ${f.number(ece, 3)}.`,
  foretold: 'Im Mittel vorhergesagt',
  observed: 'Beobachtet',
  cases: 'Lernendenwochen',
  claims: 'Was Kith nicht behauptet',
  notClaimed: [
    'Nicht, dass es Abmeldung oder Stille besser vorhersagt, als Tage zu zählen: Dort sind Letztspur und Aktivität allein ebenso gut. Kith sieht, wer hier vielleicht ohne Anschluss ist, solange die Person noch da ist.',
    'Nicht, dass gesetzte Zahlen im Leben gelten: Die Gewichte wurden an einem solchen Simulator angesehen.',
    'Nicht, dass ein niedriger Wert Zugehörigkeit heißt, und nicht, dass eine Liste jemandem hilft: Was hilft, ist, was jemand dann tut.',
    'Nicht, dass keine Gruppe anders behandelt wird: Kleine Gruppen stehen mit weiten Intervallen da oder gar nicht.',
    'Keine Wahrscheinlichkeit: Ein Wert von 60 ist keine Chance von 60 %.',
  ],
  number: (value) => f.number(value, 3),
  rate: (value) => f.percent(value),
  interval: (low, high) => `${f.number(low, 3)} bis ${f.number(high, 3)}`,
  reach: (low, high) => `${f.percent(low)} bis ${f.percent(high)}`,
});
