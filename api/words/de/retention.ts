import type { Phrases } from '../phrase.ts';

/** How long what is kept, and from when its days count. */
export const retention: Phrases = {
  'Refused rows as they were read': 'Abgewiesene Zeilen, wie sie gelesen wurden',
  'the end of the load': 'Ende der Ladung',
  'Statements as they were received; what was made of them are facts':
    'Meldungen, wie sie eingingen; was daraus wurde, sind Angaben',
  'the day they came': 'Tag, an dem sie kamen',
  'What people asked about their data, once it is answered, and receipts of erasure and retention':
    'Was Menschen zu ihren Daten gefragt haben, sobald es beantwortet ist, und Belege über Löschen und Entfernen',
  'the answer': 'Antwort',
  'What was asked and approved of research exports, what was asked of reports, and their manifests':
    'Was zu Exporten für die Forschung erbeten und erlaubt wurde, was von Berichten erbeten wurde, und ihre Verzeichnisse',
  'the end of the export or report, or the word that declined it': 'Ende des Exports oder Berichts, oder die Ablehnung',
  'Sessions, sign-in links and tokens that no longer hold':
    'Anmeldungen, Anmelde-Links und Token, die nicht mehr gelten',
  'their end': 'ihr Ende',
  'Who looked at whom': 'Wer wen angesehen hat',
  'the look': 'das Ansehen',
  'Everything about single learners of a course that has ended; its aggregates stay':
    'Alles über einzelne Lernende eines Kurses, der zu Ende ist; seine Gesamtzahlen bleiben',
  'the end of the course, or the day it came to Kith if that was later':
    'Ende des Kurses, oder der Tag, an dem er zu Kith kam, wenn der später war',
  'Names, addresses and accounts of people who are in no course and may not sign in':
    'Namen, Adressen und Konten von Menschen, die in keinem Kurs sind und sich nicht anmelden dürfen',
  'the day Kith first knew them': 'Tag, an dem Kith sie zum ersten Mal kannte',
};
