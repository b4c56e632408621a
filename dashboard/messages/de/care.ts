import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

export const care = (f: Formats): Messages['care'] => ({
  heading: 'Fälle',
  none: 'Für diese Person wurde hier kein Fall eröffnet.',
  open: 'Einen Fall eröffnen',
  openMore:
    'Für alles, was mehr braucht als eine Nachricht. Wer hier unterrichtet, sieht ihn; die lernende Person nicht.',
  concern: 'Worum geht es?',
  concernHint: 'Einfache Worte, als könnte die Person sie lesen.',
  due: 'Bis wann soll etwas geschehen?',
  whose: 'Wer kümmert sich?',
  mine: 'Ich',
  support: 'Studienberatung',
  supportMore:
    'Sie sieht diese Person, was Sie hier schreiben, die Gründe dieser Woche, Kontakte und gewöhnliche Notizen. Sonst nichts vom Kurs.',
  noSupport: 'Für diesen Kurs ist keine Studienberatung bekannt.',
  openIt: 'Fall eröffnen',

  withSupport: 'bei der Studienberatung',
  noOwner: 'noch hat ihn niemand übernommen',
  owner: (name) => `bei ${name}`,
  byMe: 'bei Ihnen',
  raised: (when, by) => `eröffnet ${when}${by === null ? '' : ` von ${by}`}`,
  dueBy: (day) => `fällig am ${day}`,
  overdue: (day) => `war fällig am ${day}`,
  noDue: 'kein Tag gesetzt',
  closed: (when, by) => `abgeschlossen ${when}${by === null ? '' : ` von ${by}`}`,
  reasons: 'In jener Woche',

  take: 'Übernehmen',
  plan: 'Tag ändern',
  planIt: 'Tag setzen',
  handOver: 'An die Studienberatung übergeben',
  close: 'Fall abschließen',
  closeWhy: 'Wie ging es aus?',
  closeReason: {
    reached: 'Erreicht: in Kontakt mit der Person',
    resolved: 'Gelöst: nichts mehr zu tun',
    elsewhere: 'Wird anderswo betreut',
    declined: 'Die Person möchte es nicht',
    mistaken: 'Versehentlich eröffnet',
  },
  messageBack: 'Ein Wort zurück an die Person, die ihn eröffnet hat',
  messageBackMine: 'Eine Zeile dazu, wie es ausging, fürs Protokoll',
  closeIt: 'Abschließen',
  reopen: 'Wieder öffnen',
  wordBack: (words) => `„${words}“`,

  mondayHeading: 'Offene Fälle',
  withdrawn: 'Zurückgenommen.',

  supportTitle: 'Übergebene Fälle',
  supportHeadline: (cases) =>
    cases === 0
      ? 'Kein offener Fall wurde übergeben'
      : `${f.count(cases, 'offener Fall', 'offene Fälle')}, die fälligen zuerst`,
  supportMoreHead: 'Sie sehen, wen jemand Ihnen übergeben hat, und sonst niemanden eines Kurses.',
  supportNone: 'Wenn eine Lehrperson einen Fall übergibt, steht er hier.',
  supportClosed: (cases) =>
    f.count(cases, 'Fall in den letzten 30 Tagen abgeschlossen', 'Fälle in den letzten 30 Tagen abgeschlossen'),
  notSupport: 'Diese Seite ist für die Studienberatung.',
  notSupportNext: 'Die Rolle vergibt, wer Daten verantwortet oder Kith verwaltet, unter „Wer was sehen darf“.',
  write: (name) => `${name} schreiben`,
  contacts: 'Wer sich bisher gemeldet hat',
  noContacts: 'Noch hat niemand einen Kontakt notiert.',
  contact: (when, channel, by) => `${when}, ${channel}${by === null ? '' : `, ${by}`}`,
  logOwn: 'Einen eigenen Kontakt notieren',
});
