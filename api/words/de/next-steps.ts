import type { Phrases } from '../phrase.ts';

/** What to do next, at the end of an error. */
export const nextSteps: Phrases = {
  'Ask an admin.': 'Fragen Sie die Administration.',
  'Ask in person instead.': 'Fragen Sie stattdessen persönlich.',
  'Choose a part whose every course you may see, or ask your data steward.':
    'Wählen Sie einen Teil, dessen Kurse Sie alle sehen dürfen, oder fragen Sie die Datenverantwortung.',
  'Open it again from where you found it.': 'Öffnen Sie ihn noch einmal dort, wo Sie ihn gefunden haben.',
  'Wait until it closes, then ask again.': 'Warten Sie, bis sie schließt, und fragen Sie dann wieder.',
  'Ask anew.': 'Bitten Sie neu darum.',
  'Ask another steward.': 'Bitten Sie jemand anderen aus der Datenverantwortung.',
  'Ask for a new link.': 'Bitten Sie um einen neuen Link.',
  'Ask them how the name is written there, or answer no.':
    'Fragen Sie, wie der Name dort geschrieben wird, oder antworten Sie mit Nein.',
  'Ask your data steward.': 'Fragen Sie die Datenverantwortung.',
  'Check the spelling; `kith user add` adds somebody no source has brought.':
    'Prüfen Sie die Schreibweise; „kith user add“ fügt hinzu, wen keine Quelle gebracht hat.',
  'Check the spelling; kith erase on the server also takes the key of a source.':
    'Prüfen Sie die Schreibweise; „kith erase“ auf dem Server nimmt auch die Kennung einer Quelle.',
  'Choose a day before.': 'Wählen Sie einen früheren Tag.',
  'Choose a nearer day, or ask your data steward.':
    'Wählen Sie einen näheren Tag, oder fragen Sie die Datenverantwortung.',
  'Choose another name or folder, or remove what is there.':
    'Wählen Sie einen anderen Namen oder Ordner, oder entfernen Sie, was da ist.',
  'Choose another name, or remove what is there.': 'Wählen Sie einen anderen Namen, oder entfernen Sie, was da ist.',
  'Choose from the list.': 'Wählen Sie aus der Liste.',
  'Choose one of the list.': 'Wählen Sie einen aus der Liste.',
  'Choose today or before.': 'Wählen Sie heute oder früher.',
  'Copy the text and send it your way.': 'Kopieren Sie den Text und senden Sie ihn auf Ihrem Weg.',
  'Decline it, or let another steward decide.':
    'Lehnen Sie ab, oder lassen Sie jemand anderen aus der Datenverantwortung entscheiden.',
  'Drop it on the data page.': 'Legen Sie sie auf der Datenseite ab.',
  'Drop new ones.': 'Legen Sie neue ab.',
  'Drop the folder by itself, or give the file another name.':
    'Legen Sie den Ordner für sich ab, oder geben Sie der Datei einen anderen Namen.',
  'Go back to your courses.': 'Gehen Sie zurück zu Ihren Kursen.',
  'Keep the case, and ask a steward to give somebody the role.':
    'Behalten Sie den Fall, und bitten Sie die Datenverantwortung, jemandem die Rolle zu geben.',
  'Load it on the server: kith ingest auto <file>.': 'Laden Sie sie auf dem Server: kith ingest auto <Datei>.',
  'Load them with kith ingest.': 'Laden Sie sie mit kith ingest.',
  'Look at it again.': 'Sehen Sie noch einmal nach.',
  'Mend one of the two days.': 'Berichtigen Sie einen der beiden Tage.',
  'Mend the address or the form.': 'Berichtigen Sie die Adresse oder das Formular.',
  'Mend the address.': 'Berichtigen Sie die Adresse.',
  'Name another admin first.': 'Benennen Sie zuerst eine andere Administration.',
  'Open your sign-in link, or ask for a new one.': 'Öffnen Sie Ihren Anmelde-Link, oder bitten Sie um einen neuen.',
  'Open your sign-in link.': 'Öffnen Sie Ihren Anmelde-Link.',
  'Reload the page.': 'Laden Sie die Seite neu.',
  'Remove it first, or replace its secret.': 'Entfernen Sie ihn zuerst, oder ersetzen Sie sein Geheimnis.',
  'See /api/v1/openapi.json.': 'Siehe /api/v1/openapi.json.',
  'Sign in, or use another token.': 'Melden Sie sich an, oder nehmen Sie ein anderes Token.',
  'Try again in a minute.': 'Versuchen Sie es in einer Minute noch einmal.',
  'Try again in a moment. If it stays, quote the number {}.':
    'Versuchen Sie es gleich noch einmal. Bleibt es dabei, nennen Sie die Nummer {}.',
  'Try again, or ask your data steward for a link that sets a new password.':
    'Versuchen Sie es noch einmal, oder bitten Sie die Datenverantwortung um einen Link für ein neues Passwort.',
  'Try again, or copy the text and send it your way.':
    'Versuchen Sie es noch einmal, oder kopieren Sie den Text und senden Sie ihn auf Ihrem Weg.',
  'Use the button on the page.': 'Nehmen Sie den Knopf auf der Seite.',
  'Wait a minute and try again.': 'Warten Sie eine Minute, und versuchen Sie es noch einmal.',
  'Wait as long as Retry-After says.': 'Warten Sie so lange, wie Retry-After sagt.',
  'Wait, or ask your data steward for a link that sets a new password.':
    'Warten Sie, oder bitten Sie die Datenverantwortung um einen Link für ein neues Passwort.',
  'Write a few words.': 'Schreiben Sie ein paar Worte.',
  'Write their full name as it stands in the course, or their e-mail address.':
    'Schreiben Sie den vollen Namen, wie er im Kurs steht, oder die E-Mail-Adresse.',
};
