import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'For courses you teach: with a token of the Udemy Instructor API, save the answers of taught-courses/<id>/questions and of questions/<id>/replies, all pages, with fields[question]=@all. Say whose learners they are: the questions of a public course are mostly those of others. Reports of Udemy Business are read with --map udemy-activity.',
  records: ['person', 'post', 'reaction', 'space'],
  gives: [
    'questions and the answers below them, without their text',
    'who asked and who answered, and whether an instructor did',
    'the top answer, and how many votes an answer has',
  ],
  cannotGive: [
    'whom an answer answers beside the question: answers are a flat list',
    'addresses: an author joins other sources by their own claim only',
    'learners who only watch: load the reports of Udemy Business',
    'who voted; reviews and messages, which are not read',
  ],
  verifiedOn: 'unverified',
  variants: ['questions'],
} as const satisfies About;
