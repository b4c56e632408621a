import { phraseIn, type Phrases } from '../phrase.ts';

/**
 * What a load says of itself, without the commands that its English names for the server. What is read of a file that
 * cannot be read at all stays as its connector says it.
 */
const loads: Phrases = {
  '{} of {} rows ({} %) were refused, so nothing of this load is visible yet. Most often: {}':
    '{} von {} Zeilen wurden abgelehnt ({} %); deshalb ist von dieser Ladung noch nichts zu sehen. Warum, steht bei jeder Zeile.',
  'This load has {} rows, and the last {} of its source had {} to {}: far more than ever, so nothing of it is visible yet. {}':
    'Diese Ladung hat {} Zeilen, und die letzten {} ihrer Quelle hatten {} bis {}: weit mehr als je zuvor. Deshalb ist noch nichts davon zu sehen. Sehen Sie nach, ob der Export vollständig und von den richtigen Kursen ist.',
  'This load has {} rows, and the last {} of its source had {} to {}: far fewer than ever, so nothing of it is visible yet. {}':
    'Diese Ladung hat {} Zeilen, und die letzten {} ihrer Quelle hatten {} bis {}: weit weniger als je zuvor. Deshalb ist noch nichts davon zu sehen. Sehen Sie nach, ob der Export vollständig und von den richtigen Kursen ist.',
  '{} of the {} {} records that are known for these courses are absent from this full load. {}':
    '{} der {} Einträge, die von diesen Kursen bekannt sind (Art: {}), fehlen in dieser vollständigen Ladung. Nehmen Sie sie nur an, wenn sie wirklich nicht mehr da sind.',
  'The disk of the database was full. Make room, and load it again. Nothing of it is visible.':
    'Der Speicher der Datenbank war voll. Schaffen Sie Platz und laden Sie noch einmal. Es ist nichts davon zu sehen.',
  'The load ended with an unexpected {}. Load it again, and report it if it comes back. Nothing of it is visible.':
    'Die Ladung endete unerwartet ({}). Laden Sie noch einmal, und melden Sie es, wenn es wiederkommt. Es ist nichts davon zu sehen.',
  'It was cut off, and nothing of it is in use. The same files with the same options go on with it; after {} days its rows are dropped.':
    'Sie wurde abgebrochen, und nichts davon ist in Gebrauch. Dieselben Dateien mit denselben Angaben setzen sie fort; nach {} Tagen werden ihre Zeilen verworfen.',
  'The fetching was cut off, and nothing of this part is in use. The next one begins where the last whole part ended.':
    'Das Abholen wurde abgebrochen, und nichts von diesem Teil ist in Gebrauch. Das nächste beginnt, wo der letzte ganze Teil endete.',
  'It was cut off, and nobody went on with it. Nothing of it is in use; load the files again.':
    'Sie wurde abgebrochen, und niemand hat sie fortgesetzt. Nichts davon ist in Gebrauch; laden Sie die Dateien noch einmal.',
  'Unchanged: the same file as load {}, so nothing was read again.':
    'Unverändert: dieselbe Datei wie bei Ladung {}; deshalb wurde nichts noch einmal gelesen.',
  'Unchanged: the same files as load {}, so nothing was read again.':
    'Unverändert: dieselben Dateien wie bei Ladung {}; deshalb wurde nichts noch einmal gelesen.',
  'Stopped on the data page; nothing of it is in use.': 'Auf der Datenseite angehalten; nichts davon ist in Gebrauch.',
};

/** A message of a load in German; one that is not ours stays as it is. */
export const loadDe = (english: string): string => phraseIn(loads, english).replace(/(\d)\.(\d+) %/, '$1,$2 %');
