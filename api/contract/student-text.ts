import { z } from 'zod';

/**
 * Words of scores and lists, which are for staff: a learner who reads them is labelled by them. Each with the form it is
 * found in, English and German; word boundaries, so that "flagship" and "highlight" stay.
 */
const scoreWords: readonly (readonly [word: string, found: RegExp])[] = [
  ['at risk', /\bat[\s-]risk\b/i],
  ['risk score', /\brisk[\s-]?(?:score|level|band|group)s?\b/i],
  ['isolated', /\bisolat(?:ed|ion|es?|ing)\b/i],
  ['lonely', /\b(?:lonely|loneliness|loners?)\b/i],
  ['unconnected', /\b(?:unconnected|disconnected)\b/i],
  ['disengaged', /\b(?:disengag|inactiv)\w*/i],
  ['flagged', /\b(?:red[\s-]?)?flag(?:ged|s|ging)?\b/i],
  ['alert', /\balerts?\b|\balerted\b/i],
  ['warning', /\bwarn(?:ing|ings|ed)\b/i],
  ['score', /\b(?:your|a|the|low|high|isolation|presence)\s+score\b|\bscored\s+(?:low|high|\d)/i],
  ['elevated', /\belevated\b/i],
  ['predicted', /\b(?:predict|profil)(?:s|ed|ing|ion|ions)\b/i],
  ['struggling', /\bstruggl(?:e|es|ed|ing)\b/i],
  ['falling behind', /\b(?:falling|fallen|fell)\s+behind\b/i],
  [
    'compared with others',
    /\b(?:less|fewer|lower|worse)\s+than\s+(?:your\s+)?(?:the\s+)?(?:others?|classmates|peers|usual|average)\b/i,
  ],
  ['Kith', /\bkith\b/i],
  // German: a letter with a dot is no \w, so a word begins where no letter stands before it.
  ['gefährdet', /(?<![a-zäöüß])gefährdet/i],
  ['Risiko', /(?<![a-zäöüß])(?:risiko(?:gruppe|wert|stufe|person|score)|im risiko)/i],
  ['isoliert', /(?<![a-zäöüß])isol(?:iert|ation)/i],
  ['einsam', /(?<![a-zäöüß])(?:vereinsam|einsam(?:e|en|er|es|keit)?(?![a-zäöüß]))/i],
  ['ohne Anschluss', /(?<![a-zäöüß])(?:ohne|keinen) anschluss(?![a-zäöüß])/i],
  ['abgehängt', /(?<![a-zäöüß])abgehängt/i],
  ['markiert', /(?<![a-zäöüß])(?:sie|ihnen) (?:wurden )?(?:markiert|gemeldet)(?![a-zäöüß])/i],
  ['Warnung', /(?<![a-zäöüß])(?:warnung|frühwarn|alarm)/i],
  ['Punktwert', /(?<![a-zäöüß])(?:(?:punkt|risiko|kenn)wert|ihr(?:en|em)? (?:score|wert)(?![a-zäöüß]))/i],
  ['auffällig', /(?<![a-zäöüß])auffällig/i],
  ['Vorhersage', /(?<![a-zäöüß])(?:vorhersage|prognose|vorhergesagt|prognostiziert)/i],
  [
    'Vergleich mit anderen',
    /(?<![a-zäöüß])(?:weniger|seltener|schlechter|niedriger) als (?:ihre |die )?(?:ander|mitlern|mitstud|übrig|üblich|durchschnitt)/i,
  ],
];

/** The words of a text that are not for a learner's eyes, in the order of the list; none: it may be sent. */
export const refusedWords = (text: string): string[] =>
  scoreWords.filter(([, found]) => found.test(text)).map(([word]) => word);

const fit = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .superRefine((text, context) => {
      const words = refusedWords(text);
      if (words.length > 0)
        context.addIssue({
          code: 'custom',
          message: `says “${words.join('”, “')}”, which is not for a learner to read`,
        });
    });

/** What a learner is to read. Subjects are one line: a line break would begin another header. */
export const StudentText = fit(5000);
export const StudentSubject = fit(150).regex(/^[^\r\n]*$/);
