import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

export const digest = (_: Formats): Messages['digest'] => ({
  title: 'Einmal in der Woche ein Wort per Mail',
  short: 'Das einmal in der Woche per Mail bekommen',
  about:
    'Wie viel auf Ihrer Montagsseite steht, und ein Link dorthin. Niemand wird genannt, und die Seite bittet Sie, sich anzumelden.',
  wanted: 'Schicken Sie es mir',
  weekday: 'Tag',
  weekdays: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
  hour: 'Uhrzeit',
  at: (hour) => `${String(hour).padStart(2, '0')}:00 Uhr`,
  zone: 'Zeitzone',
  keep: 'So behalten',
  keptOn: 'Behalten. Es kommt, wenn diese Stunde das nächste Mal schlägt.',
  keptOff: 'Behalten. Es kommt keine Mail.',
  last: (when) => `Zuletzt geschickt: ${when}.`,
  preview: 'Was jetzt darin stünde',
  previewMore: 'Steht in einer Woche nichts auf der Seite, kommt keine Mail.',
  way: {
    no_server:
      'Kith hat hier keinen Mailserver, deshalb kann noch nichts verschickt werden. Ihre Wahl bleibt erhalten.',
    no_address:
      'Kith kennt keine Adresse von Ihnen, deshalb kann nichts verschickt werden. Wer die Daten verantwortet, kann sie ergänzen.',
  },
});
