import type { Random } from './random.ts';

/** What people write in the forum: enough words to measure, nothing anybody said. */

const questions = [
  'How did you all get on with {topic}? I am stuck after the first step.',
  'Can somebody explain {topic} in their own words? The reading lost me.',
  'Is {topic} part of this week or the next one?',
  'I tried {topic} twice and got different results each time. What am I missing?',
  'Which example of {topic} did you find most useful?',
  'Does anyone want to compare notes on {topic} before the session?',
];
const thoughts = [
  'A small thing about {topic} that helped me: draw it first, then read the text again.',
  'Here is what I took from the session on {topic}. Corrections are very welcome.',
  'I found a good introduction to {topic} in the library, second shelf on the left.',
];
const answers = [
  'I had the same trouble with {topic}. Starting from the definition helped.',
  'Thank you for asking, I was wondering about {topic} too.',
  'As I understand {topic}, the order of the two steps matters. Does that fit yours?',
  'Good point. I would only add that {topic} looks different in the second reading.',
  'Have a look at the last slide, {topic} is summed up there.',
  'That makes sense now, thanks! And how would you use it for {topic}?',
];
const staffAnswers = [
  'Good question. With {topic}, begin from the worked example and tell us where it stops making sense.',
  'You are on the right track. What do the others think about {topic}?',
  'We will come back to {topic} in the next session. Bring this along, please.',
];
const notices = [
  'This week we look at {topic}. Please read the introduction before the session, and post one question.',
];

export interface Wording {
  readonly subject: string;
  readonly message: string;
}

type Kind = 'question' | 'answer' | 'staff_answer' | 'notice';

const texts: Record<Kind, readonly string[]> = {
  question: [...questions, ...thoughts],
  answer: answers,
  staff_answer: staffAnswers,
  notice: notices,
};

/** Moodle keeps messages as HTML. */
export function worded(random: Random, kind: Kind, topics: readonly string[], answers?: Wording): Wording {
  const topic = random.pick(topics);
  const subject = answers ? `Re: ${answers.subject.replace(/^Re: /, '')}` : upper(topic);
  return { subject, message: `<p>${random.pick(texts[kind]).replaceAll('{topic}', topic)}</p>` };
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
