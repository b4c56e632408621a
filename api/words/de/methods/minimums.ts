import type { Phrases } from '../../phrase.ts';

/** What there must be at least before a number is shown, by its English. */
export const minimums: Phrases = {
  '50 % of the weights seen, and 2 complete weeks': '50 % der Gewichte sind zu sehen, und 2 ganze Wochen',
  '8 learners, and 50 % of the weights': '8 Lernende, und 50 % der Gewichte',
  'a forum, live sessions or group work within reach': 'ein Forum, Live-Sitzungen oder Gruppenarbeit in Reichweite',
  'a forum that has been open for two weeks': 'ein Forum, das seit zwei Wochen offen ist',
  '2 own posts aged 2 to 28 days, in a source that says which post a reply answers':
    '2 eigene Beiträge, 2 bis 28 Tage alt, aus einer Quelle, die sagt, worauf geantwortet wird',
  'one session within reach': 'eine erreichbare Sitzung',
  'an activity log that knows the learner': 'ein Aktivitätsprotokoll, das die Person kennt',
  '3 complete weeks before the last 2, with at least 1 active day a week':
    '3 ganze Wochen vor den letzten 2, mit mindestens 1 aktiven Tag in der Woche',
  'an answer the learner chose to share with their instructors':
    'eine Antwort, die die Person mit ihren Lehrenden teilen wollte',
  'a log of views': 'ein Protokoll der Aufrufe',
  '14 days of enrolment': '14 Tage eingeschrieben',
  '1 eligible session in 28 days': '1 erreichbare Sitzung in 28 Tagen',
  '6 eligible sessions': '6 erreichbare Sitzungen',
  '8 learners and a forum': '8 Lernende und ein Forum',
  '1 session with small rooms while present': '1 besuchte Sitzung mit kleinen Räumen',
  'a source in which the learner can be seen': 'eine Quelle, in der die Person zu sehen ist',
  'a source with an opportunity': 'eine Quelle, die Gelegenheit bot',
  '1 reply equivalent of direct contact and an own group of 3':
    'direkter Kontakt im Wert von 1 Antwort und eine eigene Gruppe von 3',
  'a contact': 'ein Kontakt',
  'week 5 and an active day a week before': 'Woche 5 und vorher ein aktiver Tag in der Woche',
  'a forum open for two weeks': 'ein Forum, das seit zwei Wochen offen ist',
  'one source with an opportunity and two weeks': 'eine Quelle, die Gelegenheit bot, und zwei Wochen',
  'peer feedback in the course': 'Rückmeldungen unter Lernenden im Kurs',
  'a forum that says what a reply answers': 'ein Forum, das sagt, worauf geantwortet wird',
  'a group in which two members are at work': 'eine Gruppe, in der zwei Mitglieder arbeiten',
  '2 classmates and 8 learners': '2 Kontakte und 8 Lernende',
  'a mentor scheme whose meetings are logged': 'ein Mentoring, dessen Treffen notiert werden',
  '1.5 reply equivalents of direct contact': 'direkter Kontakt im Wert von 1,5 Antworten',
  '2 own posts aged 2 to 28 days': '2 eigene Beiträge, 2 bis 28 Tage alt',
  '1 assigned': '1 zugeteilte',
  'an identified answer of the last 35 days': 'eine Antwort mit Namen aus den letzten 35 Tagen',
  '1 event ever in which the learner was recognised': '1 Ereignis überhaupt, in dem die Person erkannt wurde',
  'at least one classmate addressed': 'mindestens eine Person angesprochen',
  '20 active hours in 42 days': '20 aktive Stunden in 42 Tagen',
  '10 actions in 28 days': '10 Handlungen in 28 Tagen',
  '0.4 reply equivalents received': 'empfangen im Wert von 0,4 Antworten',
  'two snapshots': 'zwei Wochenstände',
  '3 own posts in 28 days': '3 eigene Beiträge in 28 Tagen',
  '1 own post aged a week': '1 eigener Beitrag, eine Woche alt',
};
