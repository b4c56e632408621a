/** What the weekly word counts. */
export interface DigestCounts {
  /** On the list and waiting behind it. */
  readonly people: number;
  readonly more: number;
  /** Posts without an answer, first posts among them. */
  readonly posts: number;
  readonly goodNews: number;
  /** Words back on cases that were not read yet. */
  readonly messages: number;
}

const count = (many: number, one: string, other: string): string => `${many} ${many === 1 ? one : other}`;

/** Whether there is anything to say. */
export const worthSaying = (counts: DigestCounts): boolean => Object.values(counts).some((many) => many > 0);

/**
 * The weekly word: how much stands on the page, and where the page is. No name, no course and no number of a person is
 * in it, because mail is read on other people's screens.
 */
export function digestWords(counts: DigestCounts, address: string): { subject: string; text: string } {
  const { people, more, posts, goodNews, messages } = counts;
  const lines = [
    people === 0
      ? 'Nobody to reach out to this week.'
      : `${count(people, 'person', 'people')} to reach out to${more > 0 ? `, and ${more} more behind them` : ''}.`,
    ...(posts > 0 ? [`${count(posts, 'post waits', 'posts wait')} for an answer.`] : []),
    ...(messages > 0 ? [`${count(messages, 'word', 'words')} back on cases you opened.`] : []),
    ...(goodNews > 0 ? [`${count(goodNews, 'piece', 'pieces')} of good news.`] : []),
  ];
  return {
    subject: 'Your week in Kith',
    text: `${lines.join('\n')}

Who and why stands on the page. It asks you to sign in:
${address}/monday

Nobody is named in this mail, so that it may be read anywhere.
When it comes, and whether: ${address}/digest
`,
  };
}
