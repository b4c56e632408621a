/** Codes of whole files: nothing of the load is written. */
export const fileCodes = {
  AMBIGUOUS_DATE: {
    means: 'The dates of the file can be read in more than one order of day, month and year.',
    next: 'Say --date-order; the message names the readings.',
  },
  ANOTHER_LOAD: {
    means: 'A list of refused rows that was mended came back for another load than its own.',
    next: 'Bring it back on the page of its own load, or name that load: kith rejects <run> --mended <file>.',
  },
  ARCHIVE_BOMB: {
    means: 'The archive unpacks to far more than an export would.',
    next: 'Unpack it yourself, look at it, and load the files.',
  },
  BAD_MAPPING: {
    means: 'The mapping file is no YAML, or says something a mapping cannot say.',
    next: 'Mend the line the message names; the files in etl/extract/mappings show how it is written.',
  },
  BAD_OPTION: {
    means: 'An option of the connector cannot be used so.',
    next: 'Write it as the hint shows, and load one presentation at a time.',
  },
  BAD_TIMEZONE: {
    means: 'The time zone that was given is no IANA time zone.',
    next: 'Say for instance --timezone Europe/Vienna.',
  },
  BINARY_FILE: {
    means: 'The file is not text: an Office workbook, a PDF, a picture, a database, an archive in an archive.',
    next: 'Export it as CSV UTF-8, TSV or JSON, or unpack it first.',
  },
  BROKEN_ARCHIVE: {
    means: 'The archive is damaged or cut off.',
    next: 'Download or copy it again; the copy may be incomplete.',
  },
  BROKEN_JSON: {
    means: 'The JSON file as a whole is damaged.',
    next: 'Export it again, or choose CSV.',
  },
  CANNOT_READ: {
    means: 'The disk or network drive gave an error.',
    next: 'See whether the drive is there, and try again.',
  },
  EMPTY_FILE: {
    means: 'The file is empty.',
    next: 'Export it again; nothing was changed.',
  },
  EMPTY_FOLDER: {
    means: 'The folder or archive holds no files.',
    next: 'Point at the folder with the export.',
  },
  ENCRYPTED_ARCHIVE: {
    means: 'The archive is protected by a password.',
    next: 'Unpack it with its password and load the files.',
  },
  HOSTILE_ARCHIVE: {
    means: 'The archive holds a link or a path that leads outside of it.',
    next: 'Do not use it; ask where it comes from.',
  },
  HUMAN_DATES: {
    means: 'The times of the forum export are written for people, in a language and zone the file does not name.',
    next: 'Export the forum again with "Human-readable dates" unticked.',
  },
  ITEM_TOO_LONG: {
    means: 'One item of the JSON list is longer than 16 MB.',
    next: 'Export the file again; a bracket or quote is probably missing.',
  },
  LINE_TOO_LONG: {
    means: 'One line is longer than any row would be: the file is damaged or has lost its line ends.',
    next: 'Export it again.',
  },
  MISSING_COLUMN: {
    means: 'The header lacks a column without which the rows mean nothing.',
    next: 'Export again with the column the message names, or rename the one that is meant.',
  },
  MISSING_FILE: {
    means: 'A table of the folder is missing.',
    next: 'Point at the folder that holds all of them; the hint lists them.',
  },
  MISSING_TABLE: {
    means: 'The manifest of the OneRoster export promises a table that cannot be found.',
    next: 'Load the whole folder or zip, or export it again.',
  },
  MIXED_DATES: {
    means: 'The dates of the file follow no one order of day, month and year, or not the one that was said.',
    next: 'Say --date-order; if two exports were pasted together, load them one by one.',
  },
  NOT_GROUPED: {
    means: 'Rows of one OULAD presentation come again after those of another.',
    next: 'Sort studentVle by code_module and code_presentation, or load one presentation at a time.',
  },
  NO_CHANNEL: {
    means: 'Nothing says in which channel the messages of the file stand.',
    next: 'Load the export as a whole (zip or folder), or say --option channel=<id>.',
  },
  NO_GROUP: {
    means: 'A list of members does not say of which group.',
    next: 'Say --option group=<name>, one group per load.',
  },
  NOT_RECOGNISED: {
    means: 'No connector recognises the file by its first kilobytes.',
    next: 'See whether it is the export its connector describes; a table of your own is described in a mapping file.',
  },
  NO_LIST_OF_REJECTS: {
    means: 'The file that came back is no list of refused rows.',
    next: 'Download the list as CSV, mend its column "raw", leave the other columns, and bring it back.',
  },
  NO_MAPPING: {
    means: 'No mapping says what the columns of this CSV mean.',
    next: 'Say --map with your file, or with a mapping that comes with Kith.',
  },
  NO_MEETING: {
    means: 'The answers of Zoom do not name the meeting they are about.',
    next: 'Say --option meeting=<uuid>, one meeting per load.',
  },
  NO_READ_RIGHT: {
    means: 'Kith may not read this file or folder.',
    next: 'Give the account that runs Kith the right to, or copy it to where it has.',
  },
  NO_SESSION_DATE: {
    means: 'Neither the report nor its name says on which day the meeting was.',
    next: 'Put the day into the name of the file, for instance "class 2026-02-01.csv".',
  },
  NO_SUCH_FILE: {
    means: 'There is no such file or folder.',
    next: 'Check the path for a typing error.',
  },
  NO_SUCH_MAPPING: {
    means: 'There is neither a file nor a shipped mapping of this name.',
    next: 'Name a file, or one of the mappings the hint lists.',
  },
  NO_TIMEZONE: {
    means: 'The times in the file name no time zone, and nobody has said which zone the clock showed.',
    next: 'Say for instance --timezone Europe/Vienna.',
  },
  OBJECT_TOO_LARGE: {
    means: 'The file is one JSON object of over 64 MB.',
    next: 'Export it as one object per line (NDJSON) or as a list.',
  },
  PART_ONLY: {
    means:
      'The load was to delete what is absent (mode full), and the file holds changes only, or does not say that it is whole.',
    next: 'Load it with --mode delta; or load the whole export, under the names it was exported with.',
  },
  TOO_MANY_ROWS: {
    means: 'The file holds more rows than one meeting, or one presentation, can have.',
    next: 'If several were put together, load them one by one.',
  },
  TRUNCATED_JSON: {
    means: 'The list that begins the file never ends: it was cut off.',
    next: 'Export the file again.',
  },
  UNCLOSED_QUOTE: {
    means: 'A quote in the CSV is never closed, or stands undoubled inside a cell; all rows after it would be misread.',
    next: 'Open the file at the line the message names and close or double the quote, or export it again.',
  },
  UNKNOWN_FIELD: {
    means:
      'The export has a field the connector does not know: its format has changed, and a kind of fact could be lost.',
    next: 'Report the field the message names; to load the file without it, say --option ignore=<field>.',
  },
  UNKNOWN_LAYOUT: {
    means: 'The columns are those of no file this connector knows.',
    next: 'Ask "kith detect" which connector reads it, or describe its columns with a mapping.',
  },
  UNKNOWN_TABLE: {
    means: 'The columns are those of no template, or of no file of the mapping.',
    next: 'Compare the columns found with those the hint lists.',
  },
  WRONG_ENCODING: {
    means: 'The file holds bytes that are not in its encoding.',
    next: 'Save it as CSV UTF-8 and load it again.',
  },
} as const;
