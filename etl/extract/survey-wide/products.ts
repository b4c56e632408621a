/** How one survey tool lays out its wide table. Column names are compared in lower case. */
export interface Product {
  readonly variant: string;
  /** Present together, they tell the tool. */
  readonly marks: readonly (readonly string[])[];
  /** Name of the first column, as it is written: where the marks alone stand in many a table. */
  readonly first?: string;
  readonly response: readonly string[];
  readonly answered: readonly string[];
  readonly person: readonly string[];
  /** Rows below the header that explain it: Qualtrics writes the questions and an import id. */
  readonly headerRows: 1 | 3;
  /** Known and not read. */
  readonly unread: readonly string[];
  /** Why a row is no answer. */
  readonly leaveOut?: (cell: (column: string) => string) => string | undefined;
}

const products: readonly Product[] = [
  {
    variant: 'qualtrics',
    marks: [['responseid', 'recordeddate', 'finished']],
    response: ['responseid'],
    answered: ['recordeddate', 'enddate'],
    person: ['recipientemail', 'externalreference'],
    headerRows: 3,
    unread:
      `startdate enddate status ipaddress progress duration|(in|seconds) finished recipientlastname recipientfirstname
      externalreference locationlatitude locationlongitude distributionchannel userlanguage q_recaptchascore`
        .split(/\s+/)
        .map((name) => name.replaceAll('|', ' ')),
    leaveOut(cell) {
      if (/preview|test|spam|^[1-8]$/i.test(cell('status'))) return 'a preview or test';
      return /^(?:false|0)$/i.test(cell('finished')) ? 'not sent off' : undefined;
    },
  },
  {
    variant: 'limesurvey',
    marks: [
      ['id', 'submitdate'],
      ['response id', 'date submitted'],
    ],
    response: ['id', 'response id'],
    answered: ['submitdate', 'date submitted'],
    person: ['email', 'email address', 'token', 'access code'],
    headerRows: 1,
    unread: `lastpage startlanguage seed startdate datestamp ipaddr refurl token last|page start|language date|started
      date|last|action ip|address referrer|url access|code firstname lastname first|name last|name`
      .split(/\s+/)
      .map((name) => name.replaceAll('|', ' ')),
    leaveOut: (cell) => ((cell('submitdate') || cell('date submitted')) === '' ? 'not sent off' : undefined),
  },
  {
    variant: 'microsoft-forms',
    marks: [['id', 'start time', 'completion time']],
    response: ['id'],
    answered: ['completion time'],
    person: ['email'],
    headerRows: 1,
    unread: ['start time', 'name', 'language', 'last modified time', 'total points', 'quiz feedback'],
  },
  {
    variant: 'google-forms',
    marks: [['timestamp']],
    first: 'Timestamp',
    response: [],
    answered: ['timestamp'],
    person: ['email address', 'username'],
    headerRows: 1,
    unread: ['score'],
  },
];

export function productOf(header: readonly string[]): Product | undefined {
  const names = new Set(header.map((name) => name.trim().toLowerCase()));
  return products.find(
    ({ marks, first = header[0] }) =>
      header[0] === first && marks.some((mark) => mark.every((name) => names.has(name))),
  );
}
