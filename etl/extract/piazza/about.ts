import type { About } from '../../connector.ts';

export const about = {
  howToExport:
    'As an instructor: Statistics, Export your class data (or ask Piazza for the class archive); load the zip with users.json and class_content_flat.json as it comes.',
  records: ['person', 'post', 'reaction', 'space'],
  gives: [
    'questions, notes, answers and follow-ups with what they answer',
    'people with their e-mail and the id the LMS knows them by',
    'who found a post good; private posts as private, without text',
    'answers that several people wrote, with all of them',
  ],
  cannotGive: [
    'who wrote an anonymous post, also where the file would say so',
    'one author of an answer that several wrote: it makes no tie from one of them',
    'when somebody found a post good: such a sign makes no tie',
    'the course: say it with --course',
  ],
  verifiedOn: 'unverified',
  variants: ['class-export'],
} as const satisfies About;
