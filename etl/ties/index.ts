import { assignedFeedback } from './assigned-feedback.ts';
import { breakout } from './breakout.ts';
import { groupWork } from './group-work.ts';
import { liveSession } from './live-session.ts';
import { mention } from './mention.ts';
import { mentorContact } from './mentor-contact.ts';
import { peerFeedback } from './peer-feedback.ts';
import { reaction } from './reaction.ts';
import { reply } from './reply.ts';
import type { Tie } from '../tie.ts';

/** Every kind of tie, in alphabetical order: the order of the command line, the methods page and the pages. */
export const ties = [
  assignedFeedback,
  breakout,
  groupWork,
  liveSession,
  mention,
  mentorContact,
  peerFeedback,
  reaction,
  reply,
] as const satisfies readonly Tie[];

export type TieKind = (typeof ties)[number]['kind'];

/** Kinds that make the arcs of the peer network G (§9.1.3): someone addressed someone by choice. */
export const networkKinds: readonly string[] = ties.filter((tie) => tie.layer === 'direct_peer').map((tie) => tie.kind);
