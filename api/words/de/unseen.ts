import type { z } from 'zod';
import type { Hidden } from '../../contract/learner.ts';
import type { Component, Source, Visibility } from '../../contract/values.ts';

type Seen = z.output<typeof Visibility>;

const components: Readonly<Record<z.output<typeof Component>, string>> = {
  peer_contact: 'Kontakt mit anderen Lernenden',
  inbound_peers: 'Wer sich an diese Person wendet',
  being_answered: 'Antworten auf eigene Beiträge',
  voice: 'Was die Person anderen schreibt',
  live_presence: 'Live-Sitzungen',
  recency: 'Letzte Aktivität',
  decline: 'Veränderung der Anwesenheit',
  felt_belonging: 'Was sie über Zugehörigkeit sagt',
  forum_presence: 'Lesen im Forum',
};

const sources: Readonly<Record<z.output<typeof Source>, string>> = {
  forum: 'Forum',
  live: 'Live-Sitzungen',
  group: 'Gruppenarbeit',
  feedback: 'Rückmeldung untereinander',
  mentor: 'Mentoring',
  activity: 'Aktivitätsprotokoll',
  survey: 'Kurzumfrage',
};

const unseen: Readonly<Record<Exclude<Seen, 'present' | 'true_zero'>, string>> = {
  no_opportunity: 'bot noch keine Gelegenheit',
  not_connected: 'ist mit diesem Kurs nicht verbunden',
  not_matched: 'kennt diese Person nicht',
  opted_out: 'möchte die Person nicht gelesen haben',
  not_yet_enrolled: 'begann vor der Einschreibung',
};

const tooLittle: Readonly<Record<z.output<typeof Component>, string>> = {
  peer_contact: 'niemand Aktives zum Vergleichen',
  inbound_peers: 'das Forum ist seit weniger als zwei Wochen offen',
  being_answered: 'weniger als 2 Beiträge, deren Antworten zu sehen sind',
  voice: 'das Forum ist seit weniger als zwei Wochen offen',
  live_presence: 'in vier Wochen war keine Sitzung in Reichweite',
  recency: 'es wird keine Aktivität aufgezeichnet',
  decline: 'zu wenige frühere Wochen zum Vergleichen',
  felt_belonging: 'keine Antwort in den letzten fünf Wochen',
  forum_presence: 'Aufrufe werden nicht aufgezeichnet',
};

const feeds = (visibility: Seen): visibility is 'present' | 'true_zero' =>
  visibility === 'present' || visibility === 'true_zero';

/** What stands beside the score as not seen, and why. */
export function hiddenDe({ component, sources: from }: Pick<z.output<typeof Hidden>, 'component' | 'sources'>): string {
  if (from.some(({ visibility }) => feeds(visibility))) return `${components[component]}: ${tooLittle[component]}.`;
  const why = from.map(({ source, visibility }) =>
    feeds(visibility) ? '' : `„${sources[source]}“ ${unseen[visibility]}`,
  );
  return `${components[component]}: ${[...new Set(why)].join('; ')}.`;
}

const states: Readonly<Record<Seen, string>> = {
  present: 'es gibt Spuren.',
  true_zero: 'nichts geschah, und etwas hätte geschehen können: eine echte Null.',
  no_opportunity: 'nichts konnte geschehen: keine Sitzung in Reichweite, noch keine Gruppe.',
  not_connected: 'nicht mit diesem Kurs verbunden.',
  not_matched: 'verbunden, aber diese Person wurde dort nie erkannt.',
  opted_out: 'diese Person hat Nein gesagt.',
  not_yet_enrolled: 'die Einschreibung beginnt später.',
};

export const visibilityDe = (source: z.output<typeof Source>, visibility: Seen): string =>
  `${sources[source]}: ${states[visibility]}`;
