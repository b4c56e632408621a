/** Codes of single rows: the row is left out and kept with its reason; the rest of the file is loaded. */
export const rowCodes = {
  BAD_CHOICE: {
    means: 'The cell holds a word that its column, or the mapping, does not know.',
    next: 'Write one of the words the message lists.',
  },
  BAD_DATE: {
    means: 'The cell holds no date or time, or none in the order of day, month and year of this file.',
    next: 'Write it as 2026-03-31 or 2026-03-31T18:30:00+02:00; if day and month are swapped, say --date-order.',
  },
  BAD_JSON: {
    means: 'The line, or the item of a list, is not complete JSON.',
    next: 'Export the file again; if only this line is broken, mend it and load it alone.',
  },
  BAD_LINK: {
    means: 'The cell holds no link.',
    next: 'Write it in full, with https://, or leave the cell empty.',
  },
  BAD_NUMBER: {
    means: 'The cell holds no number, or one that cannot be here, such as a negative count.',
    next: 'Write digits with a point, as 4.5; counts are whole and 0 or more.',
  },
  BAD_OUTCOME: {
    means: 'The result of an OULAD student is none of Distinction, Pass, Fail and Withdrawn.',
    next: 'Write the result as the data set does.',
  },
  BAD_PRESENTATION: {
    means: 'The code of an OULAD presentation is no year with B (February) or J (October).',
    next: 'Write it as 2014B, or name the first day with the option start.',
  },
  BAD_STATEMENT: {
    means: 'A member of the xAPI statement has the wrong type.',
    next: 'Have the emitter mended; the field is named in the message.',
  },
  BAD_TIME: {
    means: 'A time in the xAPI statement is no date and time of RFC 3339.',
    next: 'Write it as 2026-02-01T09:00:00Z, or have the emitter mended.',
  },
  BAD_VALUE: {
    means: 'A field of the record has a value its kind of record does not allow, or one too large to be kept.',
    next: 'The message names the field and what it takes; docs/reference/records.md lists them all.',
  },
  BAD_ZONE: {
    means: 'The cell holds no IANA time zone.',
    next: 'Write it as Europe/Vienna.',
  },
  CONFLICTING_DUPLICATE: {
    means:
      'Two rows of this load have the same key and say different things. The newer one was kept, where that is known.',
    next: 'Keep the right one and load the file again.',
  },
  CONFLICTING_ROWS: {
    means: 'Rows that make up one survey response contradict each other.',
    next: 'Give each response its own id.',
  },
  CONFLICTING_SESSION: {
    means: 'An earlier row gives the same event another start.',
    next: 'Give each event its own id, or correct the start.',
  },
  CONFLICTING_STATEMENT: {
    means: 'An activity with this id is known with another content, and activity cannot change.',
    next: 'Void the old one, or give the row an id of its own.',
  },
  DST_GAP: {
    means: 'The clocks skipped this hour or showed it twice that night, so the time names no single instant.',
    next: 'Write the time with its offset, as 2026-10-25T02:30:00+01:00.',
  },
  DUPLICATE_PERSON: {
    means: 'A class list or register names the same person twice.',
    next: 'If they are two people of one name, tell them apart by an address or a number; else remove one row.',
  },
  END_BEFORE_START: {
    means: 'The row ends before it begins.',
    next: 'See whether begin and end are swapped, or whether the clock ran past midnight; mend the row.',
  },
  IMPLAUSIBLE_DATE: {
    means: 'The date lies before 1990 or after 2099: it was probably misread, or typed wrong.',
    next: 'Look at the year; for two-digit years or swapped parts say --date-order.',
  },
  INCOMPLETE_RESPONSE: {
    means: 'Another row of the same survey response is refused, so the whole response waits.',
    next: 'Mend that row and load all rows of the response again.',
  },
  KEY_TOO_LONG: {
    means: 'An id is longer than 2,000 bytes.',
    next: 'A longer text is no id: see whether the columns have slipped.',
  },
  MISSING_VALUE: {
    means: 'The row lacks something every row needs: its own id, or a cell the message names.',
    next: 'Fill it in, or export again with that column; docs/reference/records.md says what each record needs.',
  },
  NOT_A_STATEMENT: {
    means: 'The value has no actor, verb or object: it is no xAPI statement.',
    next: 'See whether the file is an export of statements; leave other lines out.',
  },
  NO_COURSE: {
    means: 'The enrolment names no class.',
    next: 'Fill in classSourcedId.',
  },
  NO_OBJECT: {
    means: 'The xAPI statement does not say what it is about: the post, session, group or statement.',
    next: 'Have the emitter write object.id.',
  },
  NO_PERSON: {
    means: 'The row names nobody: neither name, address nor id.',
    next: 'Fill in who it is, or leave the row out.',
  },
  NO_SESSION: {
    means: 'The row of an attendance feed names no event.',
    next: 'Fill in EVENT_ID.',
  },
  NO_THREAD: {
    means: 'The post or answer names no discussion it belongs to.',
    next: 'Export again with the column of the discussion, or have the emitter name it.',
  },
  NO_TIME: {
    means: 'The xAPI statement has neither timestamp nor stored.',
    next: 'Export it from the store, which adds them.',
  },
  NO_TOPIC: {
    means: 'The topic of the post is not in this load, so nobody can say whether its posts may be anonymous.',
    next: 'Load the posts together with their topics (Brightspace: the full DiscussionTopics; Canvas: /discussion_topics).',
  },
  NO_ZONE: {
    means: 'The time has no offset, and nobody has said in which zone it was written.',
    next: 'Write it as 2026-03-31T18:30:00+02:00, or name the zone with --timezone, for instance Europe/Vienna.',
  },
  NUL_CHARACTER: {
    means: 'The row holds a zero byte, which no text has.',
    next: 'Remove it and load the row again.',
  },
  TOO_MANY_CELLS: {
    means: 'The row has more cells than the header, so nobody knows what stands where.',
    next: 'Put texts that hold the separator into quotes.',
  },
  UNKNOWN_ASSESSMENT: {
    means: 'An OULAD result belongs to an assessment that assessments.csv does not have.',
    next: 'Add the assessment, or leave these rows out.',
  },
  UNKNOWN_COURSE: {
    means: 'An OULAD row belongs to a module and presentation that courses.csv does not have.',
    next: 'Add the presentation, or leave these rows out.',
  },
  UNKNOWN_SECTION: {
    means: 'The export holds a file, list or item of a kind that Kith does not know. Nothing of it was read.',
    next: 'If it belongs to another system, load it with that connector; else report the name that the message says.',
  },
  UNKNOWN_TYPE: {
    means: 'The line is a record of no type that Kith knows.',
    next: 'Use one of the types of docs/reference/records.md.',
  },
  UNKNOWN_WORD: {
    means: 'A field holds a word that the connector does not know: the export may be newer than the connector.',
    next: 'Report the word and the field that the message names; the other rows are loaded.',
  },
  UNPAIRED_EVENT: {
    means: 'Another row of this person cannot be read, so comings and goings cannot be paired.',
    next: 'Mend that row and load the file again.',
  },
  UNSAFE_NUMBER: {
    means: 'An id is a number so long that it loses its last digits when it is read, and would name somebody else.',
    next: 'Export ids as text, in quotes.',
  },
} as const;
