/** One word for every enrolled learner (G07): the first that holds. Each with the neighbour it must not be taken for. */
import { expect, test } from 'vitest';
import { rosterStateOf, type RosterSignals } from '@kith/etl/score/roster-state.ts';

const inTouch: RosterSignals = {
  unseen: false,
  optedOut: false,
  reachable: true,
  unmatched: false,
  everActive: true,
  posts42d: 1,
  inboundPeers: 1,
  reciprocatedTies: 1,
  forum: true,
  effectivePeers: 0,
};

test.each<[string, Partial<RosterSignals>, string]>([
  ['posts, is answered and answers', {}, 'connected'],
  ['turns to others and others to them, never both ways', { reciprocatedTies: 0 }, 'one_way'],
  ['posts, and nobody turns to them', { inboundPeers: 0, reciprocatedTies: 0 }, 'unanswered'],
  ['no post in six weeks, whoever turns to them', { posts42d: 0 }, 'reading_only'],
  ['never seen to do anything', { everActive: false, posts42d: 0 }, 'never_started'],
  ['never active, though somebody mentioned them', { everActive: false }, 'never_started'],
  ['without a forum, company in sessions counts', { forum: false, posts42d: 0, effectivePeers: 0.1 }, 'connected'],
  ['without a forum and without company', { forum: false, effectivePeers: 0 }, 'reading_only'],
  ['nothing is within their reach', { reachable: false }, 'no_opportunity'],
  ['something is, but they are matched in nothing', { reachable: false, unmatched: true }, 'cannot_see'],
  ['matched in one thing is enough', { unmatched: true }, 'connected'],
  ['unseen, whatever else is said', { unseen: true }, 'cannot_see'],
  ['opted out, whatever else is said', { optedOut: true, everActive: false }, 'cannot_see'],
  ['unseen comes before nothing to take part in', { unseen: true, reachable: false }, 'cannot_see'],
])('%s', (_, but, state) => {
  expect(rosterStateOf({ ...inTouch, ...but })).toBe(state);
});
