import type { z } from 'zod';
import type { Reason } from '../../contract/learner.ts';
import type { Component } from '../../contract/values.ts';
import { amount, many, percent } from './amounts.ts';

type ComponentId = z.output<typeof Component>;
/** A reason by its numbers; learner-weeks stored long ago know no basis. */
export type Numbers = Pick<z.output<typeof Reason>, 'component' | 'params' | 'usualValue' | 'usualBasis'>;
type Params = Readonly<Record<string, number>>;

const people = (value: number) => many(value, 'niemandem aus dem Kurs', 'anderen Person', 'anderen Lernenden');
const replies = (value: number) => many(value, 'keine Antwort', 'Antwort', 'Antworten');
const days = (value: number) => many(value, 'keinem Tag', 'Tag', 'Tagen');

/** Facts about what happened, never about what somebody is or feels; a number of theirs, then the usual one. */
const sentences: Readonly<Record<ComponentId, (params: Params, reason: Numbers) => string>> = {
  peer_contact: ({ value = 0 }, reason) => `Zuletzt mit ${people(value)} in Kontakt; ${theUsual(reason, amount)}.`,

  inbound_peers: ({ value = 0 }, reason) =>
    `In sechs Wochen ${many(value, 'hat sich niemand aus dem Kurs', 'andere Person hat sich', 'andere Lernende haben sich')} an diese Person gewandt; ${theUsual(reason, amount)}.`,

  being_answered({ answered = 0, answerable = 0, mu = 0 }, { usualBasis, usualValue }) {
    const wrote = `Hat in vier Wochen ${many(answerable, 'keinen Beitrag', 'Beitrag', 'Beiträge')} geschrieben, und`;
    const got =
      answered === 0 ? `${wrote} niemand aus dem Kurs hat geantwortet` : `${wrote} auf ${amount(answered)} kam Antwort`;
    if (usualBasis === 'fallback') return `${got}; hier gibt es zu wenige Beiträge, um zu sagen, was üblich ist.`;
    const measure = usualBasis === 'at_least' ? `, und ${percent(usualValue ?? 0)} sind das Maß` : '';
    return `${got}; hier bekommen ${percent(mu)} der Beiträge Antwort${measure}.`;
  },

  voice: ({ value = 0 }, reason) =>
    amount(value) === '0'
      ? `Hat den anderen zuletzt nicht geschrieben; ${theUsual(reason, replies)}.`
      : `Hat den anderen zuletzt so viel wie ${replies(value)} geschrieben; ${theUsual(reason, amount)}.`,

  live_presence: ({ value = 0 }, reason) =>
    `Kam in vier Wochen zu ${value === 0 ? 'keiner' : percent(value)} der Live-Sitzungen in Reichweite; ${theUsual(reason, percent)}.`,

  recency: ({ value = 0 }) => `Seit ${days(value)} nicht gesehen.`,

  decline({ recent = 0, base = 0, presenceFactor = 1 }) {
    const everyone = presenceFactor < 0.95 ? `; die ganze Klasse liegt bei ${percent(presenceFactor)}` : '';
    return `Zuletzt an ${days(recent)} der Woche hier, in den Wochen davor an ${amount(base)}${everyone}.`;
  },

  felt_belonging: ({ value = 0 }) => `Hat uns ${amount(value)} von 5 dafür gesagt, sich dem Kurs zugehörig zu fühlen.`,

  forum_presence: ({ value = 0 }, reason) =>
    `Hat das Forum in vier Wochen an ${days(value)} geöffnet; ${theUsual(reason, amount)}.`,
};

export const reasonDe = (reason: Numbers): string => sentences[reason.component](reason.params, reason);

function theUsual({ usualBasis, usualValue, params }: Numbers, say: (value: number) => string): string {
  const usual = say(usualValue ?? 0);
  if (usualBasis === 'at_most') return `üblich ist ${usual} oder mehr`;
  if (usualBasis === 'at_least') return `üblich ist ${say(params.median ?? 0)}, und ${usual} ist das Maß`;
  if (usualBasis === 'fallback')
    return `zu wenige sind aktiv, um zu sagen, was üblich ist, deshalb ist ${usual} das Maß`;
  return `üblich ist ${usual}`;
}

const changes: Readonly<Record<ComponentId, (params: Params) => string>> = {
  peer_contact: ({ missing = 0 }) => `Kontakt mit etwa ${amount(Math.ceil(missing))} weiteren Menschen aus dem Kurs`,
  inbound_peers: ({ missing = 0 }) => `von etwa ${amount(Math.ceil(missing))} weiteren Menschen aus dem Kurs zu hören`,
  being_answered: ({ missing = 0, answered = 0, answerable = 0 }) =>
    `eine Antwort aus dem Kurs auf ${amount(missing)} der ${amount(answerable - answered)} Beiträge, die noch keine haben`,
  voice: ({ missing = 0 }) => `den anderen etwa ${amount(Math.ceil(missing))}-mal mehr zu antworten`,
  live_presence: () => 'zu einer Live-Sitzung zu kommen',
  recency: () => 'wieder hier zu sein',
  decline: ({ base = 0, presenceFactor = 1 }) => `wieder an etwa ${days(base * presenceFactor)} der Woche hier zu sein`,
  felt_belonging: () => 'nach einem Gespräch eine bessere Antwort auf die Frage, ob sie sich zugehörig fühlen',
  forum_presence: ({ missing = 0 }) => `das Forum an etwa ${amount(Math.ceil(missing))} weiteren Tagen zu öffnen`,
};

export const changeDe = ({ component, params }: Pick<Numbers, 'component' | 'params'>): string =>
  `Was das ändern würde: ${changes[component](params)}.`;
