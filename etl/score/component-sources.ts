import type { ComponentId } from './types.ts';
import type { Source } from './visibility.ts';

/** The sources a component can come from. It is null unless one of them feeds, whatever number is at hand. */
export const componentSources: Readonly<Record<ComponentId, readonly Source[]>> = {
  peer_contact: ['forum', 'live', 'group'],
  inbound_peers: ['forum'],
  being_answered: ['forum'],
  voice: ['forum'],
  live_presence: ['live'],
  recency: ['activity'],
  decline: ['activity'],
  felt_belonging: ['survey'],
  // Views are activity: a course may log them without anybody's posts being known.
  forum_presence: ['activity'],
};
