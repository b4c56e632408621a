import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

const deeds: Readonly<Record<string, string>> = {
  view_learner: 'hat die Seite der Person geöffnet',
  view_list: 'hat eine Liste geöffnet, auf der die Person steht',
  view_evidence: 'hat geöffnet, woraus eine Zahl besteht',
  view_network: 'hat das Netzwerk des Kurses geöffnet',
  view_waiting: 'hat die Beiträge geöffnet, die auf Antwort warten',
  mark_staff: 'hat sie als lehrend gekennzeichnet',
  read_log: 'hat das Zugriffsprotokoll gelesen',
  sign_in: 'hat sich angemeldet',
  sign_out: 'hat sich abgemeldet',
  set_password: 'hat ein Passwort gesetzt',
  grant: 'hat ihr eine Rolle gegeben',
  end_grant: 'hat eine Rolle von ihr beendet',
  delegate: 'hat eine Rolle an sie weitergegeben',
  end_delegation: 'hat eine weitergegebene Rolle beendet',
  carry_grant: 'hat den Kurs des nächsten Semesters bekommen',
  add_provider: 'hat einen Weg zur Anmeldung eingerichtet',
  set_provider_secret: 'hat das Geheimnis eines Anmeldewegs ersetzt',
  remove_provider: 'hat einen Weg zur Anmeldung entfernt',
  find_accounts: 'hat nach Konten gesucht',
  schedule_source: 'hat eine Quelle von selbst laufen lassen',
  set_date_order: 'hat gesagt, wie eine Quelle Daten schreibt',
  set_source: 'hat geändert, wann eine Quelle läuft',
  pause_source: 'hat eine Quelle angehalten',
  resume_source: 'hat eine angehaltene Quelle weiterlaufen lassen',
  run_source: 'hat eine Quelle laufen lassen',
  remove_source: 'hat beendet, was eine Quelle von selbst tut',
};

export const accessLog = (f: Formats): Messages['accessLog'] => ({
  title: 'Zugriffsprotokoll',
  more: 'Wer wen angesehen hat, und warum. Auch dass Sie es lesen, wird notiert.',
  reader: 'E-Mail-Adresse der Person, die hinsah',
  day: 'Tag',
  show: 'Zeigen',
  older: 'Ältere',
  newest: 'Neueste',
  columns: { at: 'Wann', who: 'Wer', what: 'Was', course: 'Kurs', people: 'Gezeigte Menschen', why: 'Warum' },
  empty: 'Hier wurde nichts angesehen.',
  deed: (action) => deeds[action] ?? action.replaceAll('_', ' '),
  seals: 'Ist es noch, was geschrieben wurde?',
  unsealed:
    'Noch ist nichts versiegelt. Jede Stunde wird ein paar Minuten nach ihrem Ende versiegelt, solange Kith läuft.',
  sealed: (hours, until) =>
    `${f.count(hours, 'Stunde ist', 'Stunden sind')} versiegelt, bis ${until}, und jede ist, wie sie war.`,
  broken: (hours) =>
    `${f.count(hours, 'Stunde ist', 'Stunden sind')} nicht mehr, was versiegelt wurde. Jemand hat das Protokoll mit dem Zugang der Tabellen geändert: Vergleichen Sie mit einer Sicherung.`,
  brokenHour: (hour, sealed, found) =>
    `${hour}: ${f.count(sealed, 'Zeile', 'Zeilen')} beim Versiegeln, jetzt ${f.number(found)}.`,
  digest: 'Letztes Siegel',
  digestMore: 'Notieren Sie es anderswo: Es zeigt später, dass niemand auch die Siegel ersetzt hat.',
  extract: 'Für Lernende, die fragen',
  extractMore:
    'Eine Seite zum Drucken mit allem, was von einer Person angesehen wurde. Andere Menschen sind weggelassen.',
  learner: 'E-Mail-Adresse der lernenden Person',
  makeExtract: 'Auszug machen',
  extractTitle: (learner) => `Was von ${learner} angesehen wurde`,
  extractSummary: (entries, madeAt) => `${f.count(entries, 'Eintrag', 'Einträge')}, erstellt ${madeAt}.`,
  extractNone: 'Niemand hat etwas von dieser Person angesehen.',
  print: 'Zum Aufheben oder Weitergeben drucken Sie diese Seite. Für eine Tabelle: kith access-log extract … --csv',
  back: 'Zurück zum Zugriffsprotokoll',
});
