import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

export const steps = (f: Formats): Messages['steps'] => ({
  heading: 'Was der Kurs versuchen könnte',
  weakest: (theme) =>
    `Das schwächste Thema ist zurzeit ${theme}. Von diesen Schritten ist bekannt, dass sie dort helfen.`,
  unknown: 'Welches Thema am schwächsten ist, lässt sich noch nicht sagen. Für jedes ein Schritt:',
  theme: {
    VC: 'Gemeinschaft',
    CO: 'Austausch',
    EC: 'Geborgenheit und Unterstützung',
    EI: 'Nähe der Lehrenden',
    CF: 'zeitliche Freiheit',
    TA: 'Technik und Zugang',
  },
  step: {
    mix_groups:
      'Mischen Sie die nächsten Gruppen oder Gruppenräume, damit sich Menschen treffen, die sich noch nicht kennen',
    answer_rota: 'Ein Dienst: Zwei Lernende je Woche sehen nach Beiträgen ohne Antwort',
    informal_space: 'Öffnen Sie einen Ort, an dem es nicht um die Arbeit geht, und schreiben Sie dort zuerst',
    welcome_newcomers: 'Beantworten Sie jeden ersten Beitrag innerhalb von zwei Tagen, mit Namen',
    ask_the_class: 'Geben Sie Fragen an die Klasse weiter, bevor Sie sie selbst beantworten',
    staff_presence: 'Eine feste Stunde in der Woche, in der jemand aus der Lehre antwortet',
    another_hour: 'Bieten Sie die Sitzung ein zweites Mal an, zu einer anderen Tageszeit',
    recording_and_thread: 'Eine Aufzeichnung und ein Faden zu jeder Sitzung, für alle, die nicht kommen konnten',
    check_access: 'Fragen Sie vor allem anderen, wer nicht hineinkommt, und mit welchem Gerät',
    own: 'Etwas anderes',
  },
  source: (source) => `Nach ${source}.`,
  done: 'Getan: notieren',
  day: 'Am',
  remark: 'Eine Zeile dazu (freiwillig)',
  what: 'Was getan wurde',
  note: 'Notieren',
  own: 'Etwas anderes wurde getan',
  tried: 'Bisher versucht',
  none: 'Noch wurde nichts notiert.',
  line: (when, by) => `${when}${by === null ? '' : `, ${by}`}`,
  health: (before, since) => `Gesundheit ${f.number(before, 0)} davor, ${f.number(since, 0)} zuletzt.`,
  mark: 'etwas wurde versucht',
  marks: (weeks) =>
    `${f.count(weeks, 'gestrichelte Linie', 'gestrichelte Linien')}: Mit dem Kurs wurde etwas versucht. Was danach kam, muss nicht daher kommen.`,
  caution:
    'Davor und danach beweist nichts: Wochen unterscheiden sich von selbst, und ein Kurs, der niedrig steht, steigt meist.',
});
