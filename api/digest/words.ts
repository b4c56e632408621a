import type { Language } from '../contract/language.ts';

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

export interface DigestWords {
  readonly subject: string;
  readonly text: string;
}

/** Whether there is anything to say. */
export const worthSaying = (counts: DigestCounts): boolean => Object.values(counts).some((many) => many > 0);

/** Only what there is: a line of zero is no line, but that nobody waits is good to know. */
interface Sentences {
  readonly subject: string;
  readonly people: (people: number, more: number) => string;
  readonly posts: (posts: number) => string;
  readonly messages: (messages: number) => string;
  readonly goodNews: (pieces: number) => string;
  /** The end, with the address of the pages. */
  readonly end: (address: string) => string;
}

const count = (many: number, one: string, other: string): string => `${String(many)} ${many === 1 ? one : other}`;

const sentences: Readonly<Record<Language, Sentences>> = {
  en: {
    subject: 'Your week in Kith',
    people: (people, more) =>
      people === 0
        ? 'Nobody to reach out to this week.'
        : `${count(people, 'person', 'people')} to reach out to${more > 0 ? `, and ${String(more)} more behind them` : ''}.`,
    posts: (posts) => `${count(posts, 'post waits', 'posts wait')} for an answer.`,
    messages: (messages) => `${count(messages, 'word', 'words')} back on cases you opened.`,
    goodNews: (pieces) => `${count(pieces, 'piece', 'pieces')} of good news.`,
    end: (address) => `Who and why stands on the page. It asks you to sign in:
${address}/monday

Nobody is named in this mail, so that it may be read anywhere.
When it comes, and whether: ${address}/digest
`,
  },
  de: {
    subject: 'Ihre Woche in Kith',
    people: (people, more) =>
      people === 0
        ? 'Diese Woche niemand, bei dem Sie sich melden sollten.'
        : `${count(people, 'Person, bei der', 'Personen, bei denen')} Sie sich melden könnten${more > 0 ? `, und ${String(more)} weitere dahinter` : ''}.`,
    posts: (posts) => `${count(posts, 'Beitrag wartet', 'Beiträge warten')} auf Antwort.`,
    messages: (messages) => `${count(messages, 'Rückmeldung', 'Rückmeldungen')} zu Fällen, die Sie eröffnet haben.`,
    goodNews: (pieces) => `${count(pieces, 'gute Nachricht', 'gute Nachrichten')}.`,
    end: (address) => `Wer und warum, steht auf der Seite. Sie bittet Sie, sich anzumelden:
${address}/monday

In dieser Mail wird niemand genannt, damit sie überall gelesen werden kann.
Wann sie kommt, und ob: ${address}/digest
`,
  },
};

/**
 * The weekly word: how much stands on the page, and where the page is. No name, no course and no number of a person is
 * in it, because mail is read on other people's screens.
 */
export function digestWords(counts: DigestCounts, address: string, language: Language): DigestWords {
  const { people, more, posts, goodNews, messages } = counts;
  const say = sentences[language];
  const lines = [
    say.people(people, more),
    ...(posts > 0 ? [say.posts(posts)] : []),
    ...(messages > 0 ? [say.messages(messages)] : []),
    ...(goodNews > 0 ? [say.goodNews(goodNews)] : []),
  ];
  return { subject: say.subject, text: `${lines.join('\n')}\n\n${say.end(address)}` };
}
