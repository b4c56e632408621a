import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

export const entrance = (_: Formats): Messages['entrance'] => ({
  with: (provider) => `Anmelden mit ${provider}`,
  email: 'E-Mail-Adresse',
  password: 'Passwort',
  enter: 'Anmelden',
  trouble: {
    over: 'Das hat zu lange gedauert oder wurde in einem anderen Browser begonnen. Beginnen Sie noch einmal.',
    refused:
      'Was das andere System zurückgab, war nicht glaubwürdig. Beginnen Sie noch einmal; bleibt es dabei, sagen Sie es Ihrer Datenverantwortlichen oder Ihrem Datenverantwortlichen.',
    waiting:
      'Dort sind Sie angemeldet, aber Kith weiß nicht, wer Sie hier sind. Wer die Daten verantwortet, sieht, dass Sie warten, und entscheidet.',
    'test-user': 'Der vorgetäuschten Testperson eines Kurses kann Kith nichts zeigen.',
  },
  newPassword: 'Passwort wählen',
  newPasswordMore:
    'Mindestens 12 Zeichen. Ein paar Wörter, die Sie sich merken, sind besser als Zeichen, die Sie vergessen.',
  setPassword: 'Passwort setzen',
  passwordSet: 'Ihr Passwort ist gesetzt. Sie sind überall abgemeldet; melden Sie sich jetzt damit an.',
});

const roles: Messages['access']['roles'] = {
  instructor: 'Lehrperson',
  assistant: 'Assistenz',
  lead: 'Programmleitung',
  support: 'Studienberatung',
  researcher: 'Forschung',
  steward: 'Datenverantwortung',
  admin: 'Administration',
};

export const access = (f: Formats): Messages['access'] => ({
  title: 'Wer was sehen darf',
  summary: (grants, staff) =>
    `${f.count(grants, 'Recht', 'Rechte')} von Hand; ${f.count(staff, 'Person sieht', 'Personen sehen')} einen Kurs, weil sie ihn ${f.plural(staff, 'unterrichtet', 'unterrichten')}.`,
  roles,
  role: (role) => (role in roles ? roles[role as keyof typeof roles] : role),
  grants: 'Rechte',
  staff: 'Durch Einschreibung',
  staffMore:
    'Wer laut Teilnehmerliste unterrichtet oder assistiert, sieht den Kurs für die Dauer der Einschreibung. Ändern Sie es in der Liste.',
  waits: 'Noch nicht erkannt',
  waitsMore:
    'Ein anderes System bürgt für diese Menschen; Kith konnte nicht erkennen, wer sie sind. Niemand von ihnen wird eingelassen.',
  columns: { who: 'Wer', role: 'Rolle', place: 'Wo', until: 'Bis', by: 'Vergeben von', do: 'Handlung' },
  everywhere: 'die ganze Einrichtung',
  open: 'ohne Ende',
  withoutNames: 'ohne Namen',
  passedOn: 'weitergegeben',
  launched: 'durch die Lernplattform',
  commandLine: 'Befehlszeile',
  end: 'Beenden',
  give: 'Eine Rolle vergeben',
  email: 'E-Mail-Adresse der Person',
  place: 'Wo',
  until: 'Bis (leer: ohne Ende)',
  pseudonymous: 'Lernende ohne ihre Namen',
  giveIt: 'Vergeben',
  join: 'Das ist',
  joinIt: 'Verbinden',
  refuse: 'Ablehnen',
  toLog: 'Zugriffsprotokoll',
  toGrants: 'Wer was sehen darf',
});

export const passing = (_: Formats): Messages['passing'] => ({
  title: 'Wen Sie einlassen',
  more: 'Wer Ihnen hilft, sieht diesen Kurs wie Sie, bis zu einem Tag, den Sie wählen, und nicht länger als Sie selbst. Weitere Menschen einlassen können sie nicht.',
  none: 'Sie haben niemanden eingelassen.',
  until: (when) => `bis ${when}`,
  nothingToPass: 'Ihre eigene Rolle wurde Ihnen weitergegeben: Nur wer sie selbst hat, kann sie weitergeben.',
  give: 'Jemanden einlassen',
  as: 'Als',
  lastDay: 'Letzter Tag (höchstens in einem halben Jahr)',
  giveIt: 'Einlassen',
  toPage: 'Jemanden für eine Weile einlassen',
});
