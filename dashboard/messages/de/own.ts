import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

const kinds: Readonly<Record<string, string>> = {
  activity: 'was Sie auf der Plattform getan haben (Seiten geöffnet, Aufgaben abgegeben …)',
  award: 'Abzeichen, Zertifikate und Ähnliches',
  consent: 'Ihre Worte dazu, was mit Ihren Daten geschehen darf',
  contact: 'wann sich jemand aus der Lehre bei Ihnen gemeldet hat',
  declaration: 'Notizen, dass Sie andere anderswo treffen',
  enrolment: 'dass Sie im Kurs sind',
  feedback_given: 'Rückmeldungen, die Sie gegeben haben',
  feedback_received: 'Rückmeldungen, die Sie bekommen haben',
  membership: 'Gruppen, in denen Sie sind',
  mention: 'Beiträge anderer, die Sie nennen oder sich an Sie wenden',
  mentorship: 'Mentoring, an dem Sie teilnehmen',
  note: 'Notizen der Lehrenden (bitten Sie darum, sie zu lesen)',
  outcome: 'was aus dem Kurs wurde (bestanden, verlassen …)',
  post: 'Beiträge, die Sie geschrieben haben, ohne ihren Text',
  presence: 'Sitzungen: da, zu spät, entschuldigt oder nicht',
  reaction: 'Reaktionen, die Sie gegeben haben',
  relation: 'Menschen, die sich um Sie kümmern oder um die Sie sich kümmern',
  session: 'Sitzungen, die Sie gehalten haben',
  survey_response: 'Umfrageantworten, die Ihren Namen tragen',
};

const purposes: Readonly<Record<Parameters<Messages['own']['purpose']>[0], string>> = {
  analytics: 'hinsehen, wer ohne Anschluss sein könnte',
  direct_messages: 'Direktnachrichten zählen (nie ihre Worte)',
  survey_contact: 'meine Lehrenden dürfen meine Umfrageantworten sehen und sich melden',
  mentoring: 'für Mentoring vorgeschlagen werden',
};

const declared: Readonly<Record<Parameters<Messages['own']['declared']>[0], string>> = {
  study_group: 'eine Lerngruppe',
  offline_contact: 'Menschen, die ich persönlich treffe',
  other: 'anderswo',
};

const asked: Messages['own']['asked'] = {
  correct: 'Etwas ist falsch',
  object: 'Etwas weglassen',
  looks: 'Wer hat mich angesehen?',
  erase: 'Alles löschen',
  handle: 'Ein Name von mir anderswo',
};

export const own = (f: Formats): Messages['own'] => ({
  title: 'Meine Daten',
  sentence: (facts, sources) =>
    facts === 0
      ? 'Kith hat keine Angaben über Sie.'
      : `Kith hat ${f.count(facts, 'Angabe', 'Angaben')} über Sie, aus ${f.count(sources, 'Quelle', 'Quellen')}.`,
  more: 'Kith hilft denen, die Sie unterrichten, zu bemerken, wer in einem Online-Kurs ohne Kontakt sein könnte, damit sie sich melden können. Es entscheidet nichts und schreibt niemandem von selbst. Nur Sie sehen diese Seite.',
  extract: 'Alles als Datei behalten (JSON)',
  print: 'Um es auf Papier zu haben, drucken Sie diese Seite.',

  part: 'Dabei sein',
  partIn: 'Sie gehören zu dem, worauf Kith sieht.',
  partOut: 'Sie haben sich dagegen entschieden, dabei zu sein.',
  partMeans: [
    'Wenn Sie nicht dabei sein möchten: Es entsteht keine Zahl mehr über Sie, und Sie stehen in keiner Liste, keinem Bild und keinem Export derer, die Sie unterrichten. Was sie hier über Sie geschrieben haben (Fälle, Notizen), bleibt ihnen so lange verschlossen.',
    'Niemand wird auf Sie hingewiesen, wenn Sie ohne Kontakt sind, und auch die Studienberatung sieht Sie hier nicht; schreiben können Sie ihnen weiterhin.',
    'Zahlen über den ganzen Kurs lassen Sie ab dieser Woche weg und sagen es: „23 von 24 einbezogen“. Niemand erfährt, dass Sie es sind; wer die Teilnehmerliste hat, kann es sich erschließen.',
    'Auf Noten hat es keinen Einfluss, und Sie können es sich jederzeit anders überlegen.',
  ],
  out: 'Lassen Sie mich überall weg',
  in: 'Beziehen Sie mich wieder ein',
  outOf: (course) => `Mich in ${course} weglassen`,
  inOf: (course) => `Mich in ${course} wieder einbeziehen`,
  isOutOf: (course) => `In ${course} weggelassen.`,
  purposes: 'Was sonst geschehen darf',
  purpose: (purpose) => purposes[purpose],
  allowed: (when) => `Sie haben Ja gesagt, ${when}.`,
  refused: (when) => `Sie haben Nein gesagt, ${when}.`,
  notSaid: 'Sie haben nichts gesagt; bis dahin gilt es als Nein.',
  allow: 'Ja',
  refuse: 'Nein',

  facts: 'Was Kith hat',
  factsNone: 'Noch nichts.',
  noCourse: 'Zu keinem einzelnen Kurs',
  columns: { what: 'Was', how: 'Wie viele', when: 'Von – bis', where: 'Woher' },
  kind: (kind) => kinds[kind] ?? kind.replaceAll('_', ' '),
  loaded: (source, load, when) => `${source}, Ladung ${f.number(load)}, ${when}`,
  saidHere: 'in Kith gesagt',
  byStaff: 'geschrieben von denen, die Sie unterrichten',
  notHere:
    'Was Kith daraus für die Lehrenden errechnet, steht nicht hier: Menschen zu vergleichen schadet mehr, als es nützt. Sie können danach fragen.',

  accounts: 'Wer Sie in jeder Quelle sind',
  accountsMore:
    'Quellen kennen Sie unter verschiedenen Namen. Geht einer davon Kith nichts an, sagen Sie es: Was er über Sie brachte, wird binnen Minuten entfernt und nicht wieder gelesen. Dass Sie im Kurs sind, bleibt. Dann weiß Kith weniger und sagt „wir können es nicht sagen“, nie „nichts“.',
  accountsTable: 'Ihre Namen in den Quellen',
  account: { source: 'Quelle', key: 'Dort bekannt als', more: 'Mit', read: 'Für Kith gelesen?' },
  read: 'ja',
  notRead: (since) => `nein, seit ${since}`,
  readNoMore: (source) => `${source} nicht lesen`,
  readAgain: (source) => `${source} wieder lesen`,
  againMore: 'Was entfernt wurde, kommt mit der nächsten vollen Ladung zurück, wenn die Quelle es noch hat.',

  handles: 'Ein Name von Ihnen anderswo',
  handlesMore:
    'In Chats und Gemeinschaften kennt man Sie vielleicht unter einem anderen Namen. Sagen Sie, welcher es ist; wer die Daten verantwortet, prüft mit Ihnen, dass Sie es sind: Was darunter geschrieben wurde, zählt dann als Ihres.',
  place: 'Wo',
  handle: 'Ihr Name dort, so wie er geschrieben wird',
  addHandle: 'Sagen, dass ich das bin',

  elsewhere: 'Sie treffen andere anderswo',
  elsewhereMore:
    'Eine Lerngruppe, ein Messenger, Menschen, die Sie jeden Tag sehen: Kith kann sie nicht sehen. Sagen Sie es, dann wird niemand auf Sie hingewiesen, weil es hier still ist.',
  declared: (kind) => declared[kind],
  course: 'Kurs',
  kindOf: 'Was es ist',
  from: 'Seit',
  to: 'Bis (leer: noch immer)',
  declare: 'Notieren',
  since: (from) => `seit ${from}`,
  fromTo: (from, to) => `${from} bis ${to}`,
  by: (name) => `notiert von ${name}`,
  bySource: (source) => `aus ${source}`,
  end: 'Nicht mehr so',

  mentor: 'Möchten Sie für jemanden da sein?',
  mentorMore:
    'Sie können jemandem aus einem Ihrer Kurse vorgeschlagen werden. Sie erfahren nichts darüber, wie es der Person geht, nur warum Sie beide zueinander passen könnten. Sie können jedes Mal Nein sagen.',
  mentorYes: (people) => `Sie bieten an, für ${f.count(people, 'Person', 'Personen')} da zu sein.`,
  capacity: 'Für wie viele Menschen zugleich',
  languages: 'Sprachen, als Kürzel, mit Kommas (en, pt-BR)',
  timezone: 'Zeitzone',
  offer: 'Anbieten',
  change: 'Ändern',
  withdraw: 'Nicht mehr',

  apart: 'Menschen, mit denen Sie nicht zusammengebracht werden möchten',
  apartMore:
    'Für Mentoring und Gruppen, die Kith vorschlägt. Niemand außer Ihnen liest diese Liste, und niemand fragt, warum.',
  apartName: 'Voller Name, wie er im Kurs steht, oder E-Mail-Adresse',
  keepApart: 'Nicht zusammenbringen',
  apartEnd: (name) => `Zurücknehmen: ${name}`,

  ask: 'Berichtigen, widersprechen, fragen',
  askMore: 'Wer an Ihrer Einrichtung die Daten verantwortet, liest es und antwortet. Die Antwort finden Sie hier.',
  about: 'Worum geht es?',
  aboutAll: 'um alles',
  wish: 'Was ist es, und was wäre richtig?',
  send: 'Senden',
  asked,
  waits: (when) => `Gefragt ${when}. Es wartet auf Antwort.`,
  answered: (done, when) => `${done ? 'Erledigt' : 'Nicht erledigt'}, ${when}:`,
});

export const elsewhere = (_: Formats): Messages['elsewhere'] => ({
  title: 'Trifft andere anderswo',
  none: 'Nichts ist notiert. Wissen Sie von einer Lerngruppe oder von Treffen, notieren Sie es: Dann sind wenige Verbindungen hier kein Grund zu schreiben.',
  some: 'Wenige Verbindungen hier sagen wenig. Deswegen steht diese Person nicht auf der Liste.',
  note: 'Notieren, dass die Person andere anderswo trifft',
  told: 'Die Person liest es unter „Meine Daten“, mit Ihrem Namen, und kann es beenden.',
});
