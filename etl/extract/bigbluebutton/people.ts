import type { RecordInput } from '../../records/record.ts';

/**
 * Platforms pass their own user id. Who joins by a plain link gets an id of the server, `w_…`, new every time: such a
 * person is a name, which may suggest a match and never makes one.
 */
export function personOf(id: string, name: string): RecordInput {
  const claims = isGuest(id)
    ? [{ scheme: 'display_name' as const, value: name }]
    : [{ scheme: 'account' as const, value: id, issuer: 'bigbluebutton' }];
  return { type: 'person', key: id, displayName: name, claims: name === '' && isGuest(id) ? [] : claims };
}

const isGuest = (id: string) => /^[wv]_[a-z0-9]+$/.test(id);

export const roleOf = (isModerator: boolean) => (isModerator ? 'moderator' : 'viewer');
