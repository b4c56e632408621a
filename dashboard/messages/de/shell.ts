import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

export const shell = (f: Formats): Messages['shell'] => ({
  oldNumbers: 'Ältere Zahlen',
  oldSentence: (courses) =>
    courses === 1
      ? 'Die Zahlen eines Kurses sind älter als seine Daten:'
      : `Die Zahlen von ${f.count(courses, 'Kurs', 'Kursen')} sind älter als ihre Daten:`,
  oldMore: (courses) => ` und ${f.count(courses, 'weiterer', 'weitere')}.`,
  held: (sources) =>
    `Eine Ladung von ${sources} wird zurückgehalten, bis jemand aus der Datenverantwortung entscheidet; bis dahin bleiben die älteren Zahlen.`,
  computing: 'Sie werden berechnet oder warten darauf.',
  name: 'Kith',
  title: (page) => `${page} · Kith`,
  skip: 'Zum Inhalt springen',
  places: 'Orte',
  monday: 'Montag',
  cases: 'Fälle',
  courses: 'Kurse',
  data: 'Daten',
  myData: 'Meine Daten',
  methods: 'Methoden',
  account: 'Konto',
  signOut: 'Abmelden',
  theme: 'Aussehen',
  themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  loading: 'Lädt',
  close: 'Schließen',
  showTable: 'Als Tabelle zeigen',
  opensElsewhere: 'öffnet in einem neuen Tab',
  whySee: 'Warum kann ich das sehen?',
  because: (why) => `Sie können das sehen, weil ${why.replace(/\.$/, '')}.`,
});

export const signIn = (_: Formats): Messages['signIn'] => ({
  title: 'Anmelden',
  ready: 'Ihr Link gilt für eine Anmeldung.',
  readyMore: 'Er bittet um einen Klick, damit ein Mail-Prüfprogramm, das Links öffnet, ihn nicht verbraucht.',
  continue: 'Weiter',
  working: 'Sie werden angemeldet …',
  without: 'Kith öffnet sich mit einem Einmal-Link.',
  withoutMore: 'Wer an Ihrer Einrichtung Kith betreibt, kann Ihnen einen machen. Auf dem Server ist es ein Befehl:',
  command: 'kith user link sie@ihre.einrichtung',
  used: 'Dieser Link gilt nicht mehr.',
  usedMore:
    'Ein Link gilt einmal und für kurze Zeit. Bitten Sie um einen neuen; der alte lässt sich nicht wiederbeleben.',
  signedOut: 'Sie sind abgemeldet.',
});

export const trouble = (_: Formats): Messages['trouble'] => ({
  notFound: 'Diese Seite gibt es nicht.',
  notFoundMore: 'Vielleicht ist die Adresse vertippt, oder was sie zeigte, ist nicht mehr da.',
  forbidden: 'Diese Seite steht Ihnen nicht offen.',
  forbiddenMore: 'Sie dürfen die Kurse sehen, die Sie unterrichten, und die Bereiche, für die Sie ein Recht haben.',
  next: 'Was Sie tun können',
  again: 'Noch einmal versuchen',
  home: 'Zu meinen Kursen',
  code: (status) => `Antwort ${status}`,
  broken: 'Diese Seite hat nicht funktioniert.',
  brokenMore: 'Der Fehler liegt bei uns, nicht an dem, was Sie getan haben.',
  brokenNext:
    'Versuchen Sie es gleich noch einmal. Bleibt es dabei, sagen Sie denen, die Kith betreiben, welche Seite es war.',
  partMissing: 'Dieser Teil ließ sich nicht laden.',
});
