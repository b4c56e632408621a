import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

export const writing = (_: Formats): Messages['writing'] => ({
  to: (name) => `${name} schreiben`,
  short: 'Schreiben',
  begin: 'Beginnen mit',
  subject: 'Betreff',
  body: 'Nachricht',
  send: 'Per E-Mail senden',
  sure: (name) => `Das jetzt an ${name} senden?`,
  sureMore: (from) =>
    from === null
      ? 'Es geht über den Mailserver der Einrichtung hinaus, in Ihrem Namen.'
      : `Es geht über den Mailserver der Einrichtung hinaus, in Ihrem Namen; Antworten kommen an ${from}.`,
  yes: 'Ja, senden',
  back: 'Noch einmal lesen',
  copy: 'Text kopieren',
  copied: 'Kopiert. Senden Sie ihn auf Ihrem Weg, dann notieren Sie es hier.',
  copyNote: 'Ich habe ihn gesendet: notieren',
  way: {
    no_server: 'Kith hat hier keinen Mailserver; kopieren Sie den Text und senden Sie ihn auf Ihrem Weg.',
    no_address: 'Kith kennt keine Adresse dieser Person; kopieren Sie den Text und senden Sie ihn auf Ihrem Weg.',
    no_name: 'Namen sind Ihnen in diesem Kurs verschlossen, deshalb lässt sich von hier nichts senden.',
  },
  keep: 'Als mein Text für diesen Grund aufheben',
  keepMore: 'Namen bleiben Platzhalter: {name}, {course} und {me}.',
  kept: 'Aufgehoben. Das nächste Mal steht er hier.',
  giveBack: 'Wieder Kiths Text nehmen',
  own: 'Ihr eigener Text',
  forYou: 'Für Sie, nicht für die Nachricht',
  forYouMore: 'Lernende erfahren nie eine Zahl und nie, dass eine Liste sie nannte. Solche Wörter weist Kith ab.',
  notKept:
    'Was Sie schreiben, wird nicht aufgehoben. Dass Sie geschrieben haben, wird notiert: wer, wann, auf welchem Weg.',
  cancel: 'Zurück, ohne zu schreiben',
});
