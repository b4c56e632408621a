import { measure, type Measure } from '../measure.ts';

const roster = '8 Lernende, eine Teilnehmerliste und ein Forum';

/** Being here, writing, and being answered. */
export const talk: Readonly<Record<string, Measure>> = {
  access_share: measure(
    'Diese Woche hier',
    '{x} waren diese Woche hier.',
    '8 Lernende, eine Teilnehmerliste und ein Aktivitätsprotokoll',
  ),
  answered_48h_share: measure(
    'Antwort in zwei Tagen',
    '{x} der Fragen bekommen innerhalb von zwei Tagen Antwort.',
    '5 eröffnende Beiträge, zwei Tage alt',
  ),
  async_alternative_share: measure(
    'Nachgeholt',
    '{x} derer, die fehlten, haben es nachgeholt.',
    'eine im Kurs angesehene Aufzeichnung und 5 versäumte Sitzungen',
  ),
  data_coverage: measure('Wie viel zu sehen ist', 'Wir sehen {x} dessen, was wir bräuchten.', '1 lernende Person'),
  distinct_peers_per_thread: measure(
    'Menschen in einem Faden',
    'In einem Faden kommen {x} Menschen zusammen.',
    '5 Fäden mit einem Beitrag in 28 Tagen',
  ),
  informal_share: measure(
    'Zwangloses Gespräch',
    '{x} des Gesprächs sind zwanglos.',
    '20 Beiträge an Orten, die jemand als fachlich oder zwanglos bezeichnet hat',
  ),
  leadership_concentration: measure(
    'Antworten der Aktivsten',
    'Das aktivste Zwanzigstel schreibt {x} der Antworten.',
    '20 Lernende und eine Antwort',
  ),
  lurker_ratio: measure('Mitlesende', '{x} sind hier, ohne zu schreiben.', `${roster} und ein Aktivitätsprotokoll`),
  median_first_reply_h: measure(
    'Warten auf Antwort',
    'Eine erste Antwort braucht etwa {x} Stunden.',
    '5 eröffnende Beiträge in 28 Tagen',
  ),
  newcomer_answered_48h: measure(
    'Neue willkommen geheißen',
    '{x} der ersten Beiträge wurden in zwei Tagen willkommen geheißen.',
    '3 erste Beiträge, zwei Tage alt',
  ),
  newcomer_return_28d: measure(
    'Neue, die wiederkommen',
    '{x} derer mit einem ersten Beitrag kamen wieder.',
    '5 erste Beiträge, vier Wochen alt',
  ),
  participation_gini: measure(
    'Verteilung der Beiträge',
    'Das Schreiben ist mit einem Gini von {x} verteilt: 0 ist gleichmäßig, 1 ist eine Person.',
    '20 Beiträge in 28 Tagen und eine Teilnehmerliste',
  ),
  reaction_coverage: measure(
    'Irgendein Zeichen',
    '{x} der Beiträge bekommen irgendein Zeichen aus dem Kurs.',
    '10 Beiträge in 28 Tagen',
  ),
  reconnect_rate: measure(
    'Ärger mit der Verbindung',
    'Bei {x} der Besuche gab es Ärger mit der Verbindung.',
    '20 Anwesenheiten in 28 Tagen mit Zeitspannen',
  ),
  replies_per_thread: measure(
    'Antworten in einem Faden',
    'Ein Faden sammelt {x} Antworten.',
    '5 Fäden mit einem Beitrag in 28 Tagen',
  ),
  retention_active: measure(
    'Bei uns geblieben',
    '{x} der sozial Aktiven blieben aktiv.',
    '10 Lernende, die zwei Wochen davor aktiv waren',
  ),
  time_spread: measure('Verteilung über die Woche', 'Verteilung über die Woche: {x}.', '20 Beiträge in 28 Tagen'),
  unanswered_7d_share: measure(
    'Über eine Woche gewartet',
    '{x} der eröffnenden Beiträge warten seit über einer Woche.',
    '5 eröffnende Beiträge, eine Woche alt',
  ),
  voices_share: measure('Stimmen', '{x} haben in vier Wochen geschrieben.', roster),
};
