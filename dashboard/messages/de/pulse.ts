import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

export const pulse = (f: Formats): Messages['pulse'] => ({
  title: 'Fragen zur Zugehörigkeit',
  link: 'Fragen zur Zugehörigkeit',
  about:
    'Vier kurze Fragen an alle im Kurs, für einige Tage. Antworten tragen keinen Namen, außer jemand kreuzt an, dass Sie die eigene sehen dürfen. Eine Runde wird erst gezeigt, wenn sie vorbei ist, und ab fünf Antworten ohne Namen.',
  item: {
    connected: 'Ich fühle mich mit Menschen in diesem Kurs verbunden',
    mine: 'Ich empfinde diesen Kurs zum Teil als meinen',
    someone_to_ask: 'Ich kenne hier jemanden, den ich fragen könnte',
    can_say: 'Ich kann sagen, was ich nicht verstehe',
  },
  open: 'Den Kurs fragen',
  days: 'Für wie viele Tage',
  byMail: 'Alle per Mail einladen',
  noMail: 'Kith kann hier keine Mail senden: Stellen Sie die Adresse unten in den Kurs.',
  openNow: 'Jetzt fragen',
  opened: 'Der Kurs wird gefragt.',
  running: (invited, until) =>
    `${f.count(invited, 'lernende Person wird', 'Lernende werden')} gefragt, bis ${until}. Vorher wird nichts gezeigt, auch nicht, wie viele geantwortet haben: Wer die Zahl steigen sähe, könnte wissen, wer es war.`,
  lms: 'Eine Adresse für den Kurs: Wer sich dort anmeldet, findet den eigenen Link, der einmal gilt.',
  mailed: 'Die Einladungen gehen per Mail hinaus.',
  rounds: 'Was der Kurs gesagt hat',
  none: 'Der Kurs wurde noch nicht gefragt.',
  noneMore: 'Alle drei oder vier Wochen zu fragen ist oft genug.',
  asked: (from, to) => `${from} bis ${to}`,
  sentence: (belonging, answered, invited) =>
    `Der Kurs gibt der Zugehörigkeit ${f.number(belonging)} von 5. ${f.number(answered)} von ${f.number(invited)} haben geantwortet (${f.percent(answered / invited)}).`,
  few: 'Weniger als fünf haben ohne Namen geantwortet. Von dieser Runde wird nichts gezeigt, und ihre Antworten wurden nicht aufbewahrt.',
  low: 'Weniger als 60 % haben geantwortet',
  lowMore:
    'Wer antwortet, ist oft nicht, wer sich allein fühlt. Lesen Sie es als das Wort derer, die geantwortet haben, nicht als das des Kurses.',
  itemHead: 'Frage',
  meanHead: 'Mittel, 1 bis 5',
  suppressed: 'weniger als fünf haben hierauf geantwortet',
  compare:
    'In jeder Runde können andere geantwortet haben; ein kleiner Unterschied zwischen zwei Runden bedeutet wenig.',
  named: 'Möchten, dass Sie ihre Antwort sehen',
  namedMore:
    'Sie haben angekreuzt, dass Sie die Antwort sehen und sich melden dürfen. Ein Wort zurück in zwei Arbeitstagen ist ein guter Brauch.',
  rates: (name, belonging, when) => `${name} gibt der Zugehörigkeit ${f.number(belonging)} von 5, ${when}.`,

  greeting: (course) => `Wie ist es, Teil von ${course} zu sein?`,
  promise:
    'Vier kurze Fragen, etwa eine Minute. Niemand erfährt, was Sie geantwortet haben: Ihre Antwort wird ohne Ihren Namen aufbewahrt und nur zusammen mit mindestens vier anderen gezeigt.',
  free: 'Sie müssen nicht antworten, und Sie dürfen jede Frage auslassen.',
  scale: {
    1: 'gar nicht',
    2: 'ein wenig',
    3: 'teils',
    4: 'überwiegend',
    5: 'ganz',
  },
  skip: 'Das möchte ich nicht sagen',
  tick: 'Meine Lehrenden dürfen das sehen und sich bei mir melden',
  tickMore:
    'Nur wenn Sie das ankreuzen, wird Ihre Antwort mit Ihrem Namen aufbewahrt. Unter „Meine Daten“ können Sie es später zurücknehmen.',
  send: 'Meine Antwort senden',
  until: (when) => `Offen bis ${when}.`,
  thanks: 'Danke. Ihre Antwort ist da.',
  thanksNamed: 'Danke. Ihre Lehrenden können Ihre Antwort sehen, und vielleicht meldet sich jemand bei Ihnen.',
  thanksMore: 'Sie können diese Seite schließen. Der Link gilt kein zweites Mal.',
  broken: 'Dieser Link funktioniert nicht.',
  brokenMore:
    'Vielleicht wurde er unterwegs abgeschnitten. Öffnen Sie ihn noch einmal von dort, wo Sie ihn gefunden haben, oder melden Sie sich bei Kith an und sehen Sie unter „Meine Daten“ nach.',
  used: 'Dieser Link wurde schon benutzt.',
  usedMore: 'Jede Person antwortet einmal. Wenn Sie es nicht waren, sagen Sie es denen, die den Kurs lehren.',
  over: 'Diese Fragen sind geschlossen.',
  overMore: 'Danke, dass Sie vorbeigekommen sind. Es wird ein nächstes Mal geben.',
  empty:
    'Noch ist nichts gewählt. Wählen Sie mindestens eine Antwort, oder schließen Sie diese Seite: Auch das ist in Ordnung.',
  noName:
    'Ihr Name kann nicht dazu, weil Sie entschieden haben, nicht Teil dessen zu sein, was Kith ansieht. Ohne das Kreuz wird Ihre Antwort angenommen.',
  mine: 'Fragen an Sie',
  nobodyAsks: 'Im Moment fragt Sie niemand etwas.',
  answer: (course) => `Für ${course} antworten`,
});
