import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

const steps: Messages['evaluation']['steps'] = {
  listed: 'mindestens einmal vorgeschlagen',
  contacted: 'angesprochen',
  answered: 'haben geantwortet',
  setAside: 'von Lehrenden zurückgestellt',
};

const by: Messages['evaluation']['by'] = { region: 'Region', study_mode: 'Studienform', time_zone: 'Zeitzone' };

export const evaluation = (f: Formats): Messages['evaluation'] => {
  const reach: Messages['evaluation']['reach'] = (low, high) => `${f.number(low, 2)} bis ${f.number(high, 2)}`;
  return {
    title: 'Auswertung',
    link: 'Was aus den Listen wurde',
    none: 'Hier ist keine Auswertung für Sie.',
    noneMore: 'Sie ist für alle, die die Zahlen aller Kurse eines Teils der Einrichtung sehen dürfen.',
    notYet: 'Über diesen Teil und diese Wochen ist noch nichts ausgerechnet.',
    notYetMore: 'Das geschieht von selbst, wenige Minuten nachdem die erste Woche zu Ende ging und berechnet wurde.',
    headline: (people) => `Kith hat rund ${f.number(people)} Lernende vorgeschlagen, auf die man zugehen könnte.`,
    few: 'Niemand wurde vorgeschlagen, oder so wenige, dass es von ihnen erzählen würde.',
    contacted: (people, share, interval) =>
      `Rund ${f.number(people)} davon wurden angesprochen: ${f.percent(share)} (${interval} mit anderen Lernenden).`,
    hidden: 'Wie viele angesprochen wurden, ist ausgelassen: Es würde von wenigen Menschen erzählen.',
    times: (days) =>
      `Die Hälfte derer, die nach dem Vorschlag angesprochen wurden, wurde es innerhalb von ${f.count(days, 'Tag', 'Tagen')}.`,
    withinWeek: (share) => `${f.percent(share)} waren es innerhalb einer Woche.`,
    noTimes:
      'Wie bald jemand reagiert, ist ausgelassen: Es sind zu wenige Kontakte, oder es lehren weniger als fünf Menschen hier oder im Rest eines größeren Teils.',
    part: 'Teil der Einrichtung',
    weeks: 'Wochen',
    show: 'Zeigen',
    spanAll: 'Alle Wochen',
    spanLast: (weeks) => `Die ${f.plural(weeks, 'letzte Woche', `letzten ${f.number(weeks)} Wochen`)}`,
    ofWeeks: (from, to, count) => `${f.count(count, 'Woche', 'Wochen')}, ${from} bis ${to}`,
    madeAt: (when) => `ausgerechnet ${when}`,
    print: 'Drucken, mit der jährlichen Überprüfung',
    funnel: 'Von der Liste zur Antwort',
    funnelTable: 'Vorgeschlagene Lernende, und was geschah',
    step: 'Schritt',
    steps,
    people: 'Lernende',
    share: 'Anteil an den Vorgeschlagenen, mit 95-%-Intervall',
    rate: (value, low, high) => `${f.percent(value)} (${f.percent(low)} bis ${f.percent(high)})`,
    shares: (low, high) => `${f.percent(low)} bis ${f.percent(high)}`,
    suppressed: 'ausgelassen',
    unknown: 'nicht bekannt',
    leftOut:
      '„Ausgelassen“ würde von wenigen Menschen erzählen; es ist weder null noch „nicht bekannt“. Zahlen von Menschen sind auf fünf gerundet.',
    effects: 'Hat es geholfen?',
    effectSaid: (weeks, difference, interval) =>
      `Nach ${f.count(weeks, 'Woche', 'Wochen')} hatte sich die Zahl der Menschen in Kontakt um ${f.number(difference, 2)} mehr verändert als bei ähnlichen Lernenden, die nicht angesprochen wurden (${interval}).`,
    effectTooFew: (weeks) =>
      `Nach ${f.count(weeks, 'Woche', 'Wochen')} lassen sich zu wenige Kontakte vergleichen, um zu sagen, ob es geholfen hat.`,
    effectTable:
      'Kontakte neben ähnlichen Lernenden derselben Woche, die nicht angesprochen wurden, über Kurse zusammengefasst',
    effectColumns: {
      after: 'Nach',
      courses: 'Kurse',
      contacts: 'Verglichene Kontakte',
      difference: 'Unterschied in Menschen in Kontakt',
      interval: '95-%-Intervall',
    },
    afterWeeks: (weeks) => f.count(weeks, 'Woche', 'Wochen'),
    number: (value) => f.number(value, 2),
    reach,
    groups: 'Werden alle gleich erreicht?',
    groupsMore:
      'Gruppen unter zehn sind zusammengefasst oder ausgelassen. Ein Unterschied ist eine Frage, kein Befund: Sehen Sie zuerst auf die Größe der Gruppen.',
    noGroups: 'Keine Quelle nennt von genügend Lernenden Region, Studienform oder Zeitzone.',
    by,
    groupsCaption: (title) =>
      `Kontaktrate nach ${title} mit 95-%-Intervall. Wo sich zwei Linien überschneiden, ist kein Unterschied bekannt.`,
    group: 'Gruppe',
    contactRate: 'Kontaktrate',
    days: 'Tage bis zum Kontakt, Median',
    other: 'andere und nicht bekannt',
    how: 'Wie diese Zahlen entstehen',
    made: [
      'Lernende zählen in jedem Kurs einmal. Angesprochen ist, wer einen Kontakt hat, der nicht zurückgenommen wurde, nach dem ersten Vorschlag oder davor. Wer selbst um Hilfe bat, ist hier in keiner Zahl.',
      'Intervalle von Anteilen sind die von Wilson, über die Zahlen, wie sie hier stehen. Unterschiede sind die ähnlicher Lernender derselben Kurswoche, zusammengefasst über mindestens drei Kurse (DerSimonian & Laird 1986).',
      'Gesagt wird, was in Kith vermerkt ist, und Kontakte wurden nicht verlost: Was ein Vergleich nicht sieht, kann sich trotzdem unterscheiden.',
    ],
    definitions: 'Die Definitionen hinter den Listen',
  };
};
