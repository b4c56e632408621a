/** What a code means to the person who has to mend the row. */
interface RowCode {
  readonly means: string;
  /** What to do now. */
  readonly next: string;
}

/** Why a row was refused and what to do, in German, by its code; a test holds them against the registry. */
export const rowCodes: Readonly<Record<string, RowCode>> = {
  BAD_CHOICE: {
    means: 'In der Zelle steht ein Wort, das ihre Spalte oder die Zuordnung nicht kennt.',
    next: 'Schreiben Sie eines der Wörter, die die Meldung nennt.',
  },
  BAD_DATE: {
    means: 'In der Zelle steht kein Datum, oder keines in der Reihenfolge von Tag, Monat und Jahr dieser Datei.',
    next: 'Schreiben Sie es als 2026-03-31 oder 2026-03-31T18:30:00+02:00; sind Tag und Monat vertauscht, wählen Sie die Reihenfolge.',
  },
  BAD_JSON: {
    means: 'Die Zeile oder der Eintrag einer Liste ist kein vollständiges JSON.',
    next: 'Exportieren Sie die Datei neu; ist nur diese Zeile kaputt, bessern Sie sie aus und laden sie allein.',
  },
  BAD_LINK: {
    means: 'In der Zelle steht kein Link.',
    next: 'Schreiben Sie ihn ganz, mit https://, oder lassen Sie die Zelle leer.',
  },
  BAD_NUMBER: {
    means: 'In der Zelle steht keine Zahl, oder eine, die es hier nicht geben kann, etwa eine negative Anzahl.',
    next: 'Schreiben Sie Ziffern mit Punkt, wie 4.5; Anzahlen sind ganz und mindestens 0.',
  },
  BAD_OUTCOME: {
    means: 'Das Ergebnis in den OULAD-Daten ist weder Distinction noch Pass, Fail oder Withdrawn.',
    next: 'Schreiben Sie das Ergebnis wie der Datensatz.',
  },
  BAD_PRESENTATION: {
    means: 'Das Kürzel des OULAD-Durchgangs ist kein Jahr mit B (Februar) oder J (Oktober).',
    next: 'Schreiben Sie es als 2014B, oder nennen Sie den ersten Tag mit der Option start.',
  },
  BAD_STATEMENT: {
    means: 'Ein Teil der xAPI-Aussage hat die falsche Art.',
    next: 'Lassen Sie das sendende System berichtigen; die Meldung nennt das Feld.',
  },
  BAD_TIME: {
    means: 'Eine Zeit in der xAPI-Aussage ist kein Zeitpunkt nach RFC 3339.',
    next: 'Schreiben Sie sie als 2026-02-01T09:00:00Z, oder lassen Sie das sendende System berichtigen.',
  },
  BAD_VALUE: {
    means: 'Ein Feld hat einen Wert, den diese Art von Datensatz nicht erlaubt, oder einen zu großen.',
    next: 'Die Meldung nennt das Feld und was es annimmt.',
  },
  BAD_ZONE: {
    means: 'In der Zelle steht keine IANA-Zeitzone.',
    next: 'Schreiben Sie sie als Europe/Vienna.',
  },
  CONFLICTING_DUPLICATE: {
    means:
      'Zwei Zeilen dieser Ladung haben denselben Schlüssel und sagen Verschiedenes. Die neuere wurde behalten, wo das bekannt ist.',
    next: 'Behalten Sie die richtige, und laden Sie die Datei neu.',
  },
  CONFLICTING_ROWS: {
    means: 'Zeilen, die zusammen eine Umfrageantwort ergeben, widersprechen sich.',
    next: 'Geben Sie jeder Antwort eine eigene Kennung.',
  },
  CONFLICTING_SESSION: {
    means: 'Eine frühere Zeile gibt demselben Termin einen anderen Beginn.',
    next: 'Geben Sie jedem Termin eine eigene Kennung, oder berichtigen Sie den Beginn.',
  },
  CONFLICTING_STATEMENT: {
    means: 'Eine Aktivität mit dieser Kennung ist mit anderem Inhalt bekannt, und Aktivität kann sich nicht ändern.',
    next: 'Ziehen Sie die alte zurück, oder geben Sie der Zeile eine eigene Kennung.',
  },
  DST_GAP: {
    means:
      'Die Uhr hat diese Stunde in jener Nacht übersprungen oder zweimal gezeigt: Die Zeit nennt keinen Zeitpunkt.',
    next: 'Schreiben Sie die Zeit mit ihrem Abstand zu UTC, wie 2026-10-25T02:30:00+01:00.',
  },
  DUPLICATE_PERSON: {
    means: 'Eine Teilnahme- oder Anwesenheitsliste nennt dieselbe Person zweimal.',
    next: 'Sind es zwei Menschen mit einem Namen, unterscheiden Sie sie durch Adresse oder Nummer; sonst streichen Sie eine Zeile.',
  },
  END_BEFORE_START: {
    means: 'Die Zeile endet, bevor sie beginnt.',
    next: 'Sehen Sie nach, ob Beginn und Ende vertauscht sind oder die Uhr über Mitternacht lief, und bessern Sie sie aus.',
  },
  IMPLAUSIBLE_DATE: {
    means: 'Das Datum liegt vor 1990 oder nach 2099: Es wurde wohl falsch gelesen oder getippt.',
    next: 'Sehen Sie auf das Jahr; bei zweistelligen Jahren oder vertauschten Teilen wählen Sie die Reihenfolge.',
  },
  INCOMPLETE_RESPONSE: {
    means: 'Eine andere Zeile derselben Umfrageantwort ist abgewiesen, deshalb wartet die ganze Antwort.',
    next: 'Bessern Sie jene Zeile aus, und laden Sie alle Zeilen der Antwort neu.',
  },
  KEY_TOO_LONG: {
    means: 'Eine Kennung ist länger als 2.000 Bytes.',
    next: 'Ein so langer Text ist keine Kennung: Sehen Sie nach, ob die Spalten verrutscht sind.',
  },
  MISSING_VALUE: {
    means: 'Der Zeile fehlt, was jede braucht: ihre Kennung oder eine Zelle, die die Meldung nennt.',
    next: 'Füllen Sie sie aus, oder exportieren Sie mit dieser Spalte neu.',
  },
  NOT_A_STATEMENT: {
    means: 'Der Wert hat keinen Handelnden, kein Verb oder keinen Gegenstand: Er ist keine xAPI-Aussage.',
    next: 'Sehen Sie nach, ob die Datei ein Export von Aussagen ist; lassen Sie andere Zeilen weg.',
  },
  NO_COURSE: {
    means: 'Die Einschreibung nennt keine Klasse.',
    next: 'Füllen Sie classSourcedId aus.',
  },
  NO_OBJECT: {
    means: 'Die xAPI-Aussage sagt nicht, worum es geht: Beitrag, Sitzung, Gruppe oder Aussage.',
    next: 'Lassen Sie das sendende System object.id schreiben.',
  },
  NO_PERSON: {
    means: 'Die Zeile nennt niemanden: weder Name noch Adresse noch Kennung.',
    next: 'Tragen Sie ein, wer es ist, oder lassen Sie die Zeile weg.',
  },
  NO_SESSION: {
    means: 'Die Zeile einer Anwesenheitsliste nennt keinen Termin.',
    next: 'Füllen Sie EVENT_ID aus.',
  },
  NO_THREAD: {
    means: 'Der Beitrag oder die Antwort nennt keine Diskussion.',
    next: 'Exportieren Sie mit der Spalte der Diskussion neu, oder lassen Sie das sendende System sie nennen.',
  },
  NO_TIME: {
    means: 'Die xAPI-Aussage hat weder timestamp noch stored.',
    next: 'Exportieren Sie sie aus dem Speicher, der beides ergänzt.',
  },
  NO_TOPIC: {
    means:
      'Das Thema des Beitrags ist nicht in dieser Ladung: Niemand kann sagen, ob seine Beiträge anonym sein dürfen.',
    next: 'Laden Sie die Beiträge zusammen mit ihren Themen (Brightspace: das volle DiscussionTopics; Canvas: /discussion_topics).',
  },
  NO_ZONE: {
    means: 'Die Zeit hat keinen Abstand zu UTC, und niemand hat gesagt, in welcher Zone sie geschrieben wurde.',
    next: 'Schreiben Sie sie als 2026-03-31T18:30:00+02:00, oder nennen Sie die Zone, etwa Europe/Vienna.',
  },
  NUL_CHARACTER: {
    means: 'Die Zeile enthält ein Nullbyte, das kein Text hat.',
    next: 'Entfernen Sie es, und laden Sie die Zeile neu.',
  },
  TOO_MANY_CELLS: {
    means: 'Die Zeile hat mehr Zellen als die Kopfzeile: Niemand weiß, was wo steht.',
    next: 'Setzen Sie Texte, die das Trennzeichen enthalten, in Anführungszeichen.',
  },
  UNKNOWN_ASSESSMENT: {
    means: 'Ein OULAD-Ergebnis gehört zu einer Prüfung, die assessments.csv nicht hat.',
    next: 'Ergänzen Sie die Prüfung, oder lassen Sie diese Zeilen weg.',
  },
  UNKNOWN_COURSE: {
    means: 'Eine OULAD-Zeile gehört zu einem Modul und Durchgang, die courses.csv nicht hat.',
    next: 'Ergänzen Sie den Durchgang, oder lassen Sie diese Zeilen weg.',
  },
  UNKNOWN_SECTION: {
    means:
      'Der Export enthält eine Datei, Liste oder einen Eintrag, dessen Art Kith nicht kennt. Nichts davon wurde gelesen.',
    next: 'Gehört es zu einem anderen System, laden Sie es mit dessen Leseprogramm; sonst melden Sie den Namen aus der Meldung.',
  },
  UNKNOWN_TYPE: {
    means: 'Die Zeile ist ein Datensatz, dessen Art Kith nicht kennt.',
    next: 'Nehmen Sie eine der bekannten Arten.',
  },
  UNKNOWN_WORD: {
    means: 'In einem Feld steht ein Wort, das das Leseprogramm nicht kennt: Der Export ist vielleicht neuer.',
    next: 'Melden Sie Wort und Feld aus der Meldung; die anderen Zeilen sind geladen.',
  },
  UNPAIRED_EVENT: {
    means: 'Eine andere Zeile dieser Person ist nicht lesbar: Kommen und Gehen lassen sich nicht paaren.',
    next: 'Bessern Sie jene Zeile aus, und laden Sie die Datei neu.',
  },
  UNSAFE_NUMBER: {
    means: 'Eine Kennung ist eine so lange Zahl, dass sie beim Lesen Stellen verliert und jemand anderen nennen würde.',
    next: 'Exportieren Sie Kennungen als Text, in Anführungszeichen.',
  },
};
