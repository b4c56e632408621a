import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

export const outcomes = (f: Formats): Messages['outcomes'] => {
  const signed = (value: number) => (value > 0 ? '+' : value < 0 ? '−' : '±') + f.number(Math.abs(value));
  const between = (low: number, high: number) => `zwischen ${signed(low)} und ${signed(high)}`;
  return {
    contacts: 'Wer sich gemeldet hat, und was danach kam',
    noContacts: 'Hier hat niemand einen Kontakt mit dieser Person notiert.',
    answered: (when) => `hat geantwortet, notiert ${when}`,
    noteAnswer: 'Hat geantwortet: notieren',
    window: (weeks) => `Nach ${f.count(weeks, 'Woche', 'Wochen')}`,
    waits: (week) => `lässt sich sagen, sobald Woche ${f.number(week)} abgeschlossen ist.`,
    noBaseline: 'lässt sich nicht sagen: Beim Kontakt war nichts Vergleichbares bekannt.',
    unknown: 'lässt sich nicht sagen: Die Woche gibt keinen Wert.',
    changed: (from, to) =>
      `mit ${f.number(to)} ${f.plural(Number(to.toFixed(1)), 'mitlernenden Person', 'Mitlernenden')} in Kontakt, vorher ${f.number(from)}.`,
    usual: (others, change) =>
      `${f.count(others, 'ähnliche Person', 'ähnliche Personen')} jener Woche, bei ${f.plural(others, 'der', 'denen')} sich damals niemand meldete: ${signed(change)}.`,
    one: (difference, low, high) =>
      `Der Unterschied ist ${signed(difference)}; bei einer einzelnen Person könnte er irgendwo ${between(low, high)} liegen.`,
    oneTooFew: 'Zu wenige ähnliche Lernende, um mehr zu sagen.',

    course: 'Hat es geholfen?',
    courseWaits:
      'Noch ist kein Kontakt dieses Kurses zwei Wochen alt. Was verglichen wird, stand fest, als jeder notiert wurde.',
    said: (weeks, difference, interval) =>
      `${f.count(weeks, 'Woche', 'Wochen')} nach einem Kontakt: ${signed(difference)} Mitlernende in Kontakt, ${interval}, neben ähnlichen Lernenden, die die Liste ausließ.`,
    coversZero: 'Das kann Zufall sein: Das Intervall enthält die 0.',
    tooFew: (weeks, contacts) =>
      `Nach ${f.count(weeks, 'Woche', 'Wochen')}: zu wenige, um etwas zu sagen (${f.count(contacts, 'Kontakt', 'Kontakte')}).`,
    tooFewMore: 'Wo sich bei wenigen oder bei fast allen jemand gemeldet hat, lässt sich nichts vergleichen.',
    caution: (before, usual) =>
      `Sähe man nur auf die, bei denen sich jemand meldete, stünde hier ${signed(before)}. Ähnliche Lernende, die ausgelassen wurden, bewegten sich von selbst um ${signed(usual)}: Wer in einer Woche niedrig steht, steht später meist höher.`,
    all: 'Alle Kontakte',
    columns: {
      begun: 'Begonnen mit',
      after: 'Nach',
      difference: 'Unterschied',
      interval: '95-%-Intervall',
      contacts: 'Kontakte',
      learners: 'Lernende',
      others: 'Verglichen mit',
    },
    weeks: (weeks) => f.count(weeks, 'Woche', 'Wochen'),
    few: 'zu wenige, um etwas zu sagen',
    unit: 'Wirksame Kontakte: mit wie vielen Mitlernenden jemand in Kontakt ist, jede Person nach ihrem Maß.',
    signed,
    between,
    range: (low, high) => `${signed(low)} bis ${signed(high)}`,

    monday: 'Hat es geholfen?',
    mondaySaid: (difference) => `${signed(difference)} Mitlernende nach vier Wochen`,
    mondayContacts: (contacts) => f.count(contacts, 'Kontakt', 'Kontakte'),
    mondayInterval: (low, high) => `${between(low, high)}, neben ähnlichen Lernenden`,
  };
};
