import { defineConnector } from '../../connector.ts';
import { detectItem, type ItemSource, readItems } from '../../formats/read-items.ts';
import { about } from './about.ts';
import { Batch } from './batch.ts';
import { listedEntry, topic, view } from './discussions.ts';
import { enrolment, group, groupMembership, peerReview } from './people.ts';

const source: ItemSource<Batch> = {
  shapes: [enrolment, group, groupMembership, topic, view, listedEntry, peerReview],
  lists: [],
  asides: [],
};

/** Canvas LMS: saved answers of its REST API. */
export const canvas = defineConnector({
  id: 'canvas',
  title: 'Canvas REST API (topics, views, enrolments, groups, peer reviews)',
  about,
  detect: (head) => detectItem(source, head),
  extract: (input, context) => readItems(source, input, context, new Batch(context.keepBodies ?? false)),
});
