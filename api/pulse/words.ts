import type { Language } from '../contract/language.ts';

export interface InvitedTo {
  readonly course: string;
  /** Last instant at which an answer is taken. */
  readonly closesAt: Date;
  /** IANA zone of the course. */
  readonly timezone: string;
  /** What the learner has chosen; null: nothing. */
  readonly language: Language | null;
}

interface Said {
  readonly course: string;
  readonly link: string;
  readonly until: string;
}

const letters: Readonly<Record<Language, (said: Said) => { subject: string; text: string }>> = {
  en: ({ course, link, until }) => ({
    subject: `Four short questions: ${course}`,
    text: `Hello,

how is it to be part of ${course}? Four short questions, about a minute:
${link}

Nobody will know what you answered, unless you tick that your instructors may see it. You need not answer at all.
The link is yours alone and works once, until ${until}.
`,
  }),
  de: ({ course, link, until }) => ({
    subject: `Vier kurze Fragen: ${course}`,
    text: `Guten Tag,

wie ist es, Teil von ${course} zu sein? Vier kurze Fragen, etwa eine Minute:
${link}

Niemand erfährt, was Sie geantwortet haben, außer Sie kreuzen an, dass Ihre Lehrenden es sehen dürfen. Sie müssen nicht antworten.
Der Link ist nur für Sie und gilt einmal, bis ${until}.
`,
  }),
};

/** The invitation by mail. Nobody is named in it, and nothing in it says how anybody is doing. */
export function invitationWords(
  { course, closesAt, timezone, language }: InvitedTo,
  link: string,
): { subject: string; text: string } {
  const until = new Intl.DateTimeFormat(language === 'de' ? 'de' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: timezone,
    timeZoneName: 'short',
  }).format(closesAt);
  return letters[language ?? 'en']({ course, link, until });
}
