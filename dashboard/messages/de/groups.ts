import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

export const groups = (f: Formats): Messages['groups'] => ({
  title: 'Gruppen mischen',
  about:
    'Gruppen für die nächste Kleingruppenarbeit oder das nächste Projekt, in denen die meisten jemand Neues treffen und jemand viele kennt. Zeitzonen zählen, wo sie bekannt sind, und Wünsche nach Abstand immer. Von selbst geht das nirgendwohin: Nichts wird behalten oder verschickt.',
  size: 'Lernende je Gruppe',
  mix: 'Mischen',
  again: 'Neu mischen',
  group: (number) => `Gruppe ${f.number(number)}`,
  inTouch: (names) => `${f.list([...names])} ${names.length === 1 ? 'hatte' : 'hatten'} schon mit vielen Kontakt.`,
  meet: (fresh, pairs) =>
    fresh === pairs
      ? 'Alle würden einander hier zum ersten Mal begegnen.'
      : fresh === 0
        ? 'Alle hatten schon miteinander Kontakt.'
        : `Von ${f.number(pairs)} Paaren ${fresh === 1 ? 'würde sich eines' : `würden sich ${f.number(fresh)}`} zum ersten Mal begegnen.`,
  leftOut: (people) =>
    `${f.count(people, 'lernende Person hat', 'Lernende haben')} sich dagegen entschieden, dabei zu sein, und ${people === 1 ? 'ist' : 'sind'} in keiner Gruppe.`,
  noWay: 'Es fand sich kein Weg, allen den gewünschten Abstand zu lassen.',
  noWayMore: 'Mit einer anderen Gruppengröße, meist einer kleineren, kann es gehen.',
  nobody: 'Noch ist niemand zum Mischen da.',
  nobodyMore: 'Gruppen entstehen aus den aktiven Lernenden des Kurses.',
  copy: 'Als Text kopieren',
  copied: 'Kopiert.',
  download: 'Als CSV herunterladen',
  file: 'gruppen.csv',
  columns: { group: 'Gruppe', name: 'Name' },
  link: 'Gruppen mischen',
});

export const groupWork = (f: Formats): Messages['groupWork'] => ({
  heading: 'Gruppen',
  counted: (groups, uneven) =>
    `${f.count(groups, 'Gruppe arbeitet', 'Gruppen arbeiten')} hier zusammen${uneven === 0 ? '.' : `; in ${f.number(uneven)} davon ${uneven === 1 ? 'nehmen manche' : 'nehmen jeweils manche'} wenig teil.`}`,
  noneAtWork: (groups) =>
    `${f.count(groups, 'Gruppe', 'Gruppen')} hier; in keiner waren in vier Wochen zwei Mitglieder bei der Arbeit zu sehen.`,
  notSeen: (groups) =>
    `${f.count(groups, 'Gruppe', 'Gruppen')} hier. Keine Quelle zeigt die Arbeit darin, deshalb lässt sich nicht sagen, wer teilnimmt.`,
  untitled: (number) => `Gruppe ${f.number(number)}`,
  part: (part, size, contributions) =>
    `${f.number(part)} von ${f.count(size, 'Mitglied', 'Mitgliedern')} ${part === 1 ? 'nimmt' : 'nehmen'} teil; ${f.count(contributions, 'Beitrag', 'Beiträge')} in vier Wochen.`,
  most: (share) => `Davon kommt ${share} von einem Mitglied.`,
  quiet: (size) =>
    `${f.count(size, 'Mitglied', 'Mitglieder')}; in vier Wochen ist zu wenig zu sehen, um etwas zu sagen.`,
  feedback: (given, assigned, received) =>
    `Rückmeldungen: ${f.number(given)} von ${f.number(assigned)} zugeteilten bisher gegeben, ${f.number(received)} in vier Wochen erhalten.`,
  hint: 'Ein Wort mit der Gruppe lohnt sich',
  hintMore:
    'Fragen Sie die Gruppe, wie sie die Arbeit teilt, bevor Sie jemanden allein fragen. Arbeit in einem Werkzeug, das Kith nicht sieht, zählt hier nirgends.',
  members: 'Wer wie weit teilnimmt',
  columns: {
    name: 'Mitglied',
    contributions: 'Beiträge',
    given: 'Rückmeldungen gegeben',
    received: 'Rückmeldungen erhalten',
  },
  of: (part, whole) => `${f.number(part)} von ${f.number(whole)}`,
  mix: 'Die nächsten Gruppen mischen',
});
