import { platforms } from './catalogue-lms.ts';
import { others } from './catalogue-others.ts';

/**
 * What the catalogue of formats (docs/background/connectors.md) lists, written down from it by hand and in its order,
 * so that a variant nobody built a fixture for is missed here and not forgotten there.
 */
export interface Variant {
  /** Section of the catalogue and the system. */
  readonly of: string;
  readonly what: string;
  /** `<connector>/<fixture folder>`. */
  readonly fixture: string;
  /** What the input holds if it is this variant; for what its folder name alone does not prove. */
  readonly shows?: RegExp;
  /** The records that have to come of it; a code where it has to be refused as a whole. */
  readonly gives: string;
}

export const catalogue: readonly Variant[] = Object.entries({ ...platforms, ...others }).flatMap(([of, lines]) =>
  lines.map(([what, fixture, gives, shows]) => ({ of, what, fixture, gives, ...(shows && { shows }) })),
);

/** What the catalogue lists and Kith does not read: each is said on the connector's page, in words like these. */
export const notRead: readonly (readonly [what: string, connector: string, says: RegExp])[] = [
  ['2.1 clickstream', 'coursera', /clickstream/],
  ['2.4 comments', 'google-classroom', /comments/],
  ['2.6 messages of chats', 'teams-messages', /chats/],
  ['2.7 Quora: kept by hand in the native templates', 'native', /who is who/],
  ['2.8 beyond 1,000 items of a listing', 'reddit', /1,000/],
  ['2.10 Canvas Data 2 and Live Events', 'canvas', /Canvas Data 2/],
  ['2.11 forums of Original courses over REST', 'blackboard', /Original courses/],
  ['2.12 surveys', 'brightspace', /surveys/],
  ['2.19 polls, questions and answers of a webinar', 'meeting-report', /polls/],
  ['2.20 CSV of the dashboard', 'bigbluebutton', /CSV/],
  ['2.20 events.xml of recordings', 'bigbluebutton', /recordings/],
  ['2.21 demographics', 'oneroster', /demographics/],
];
