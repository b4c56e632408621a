import { defineConnector } from '../../connector.ts';
import { detectItem, type ItemSource, readItems } from '../../formats/read-items.ts';
import { about } from './about.ts';
import { Batch } from './batch.ts';
import { answer, question } from './questions.ts';

const source: ItemSource<Batch> = {
  shapes: [question, answer],
  lists: ['results'],
  asides: ['count', 'next', 'previous'],
};

/** Questions and answers of Udemy courses, as the Instructor API gives them to whoever teaches them. */
export const udemy = defineConnector({
  id: 'udemy',
  title: 'Udemy questions and answers (Instructor API JSON)',
  about,
  detect: (head) => detectItem(source, head),
  extract: (input, context) => readItems(source, input, context, new Batch(context.keepBodies ?? false)),
});
