import type { MondayCard } from '../../api/types.ts';

export type ChannelName = NonNullable<MondayCard['lastContact']>['channel'];

/** Ways of reaching out, the usual one first. */
export const channels = [
  'mail',
  'platform',
  'forum',
  'call',
  'meeting',
  'other',
] as const satisfies readonly ChannelName[];
