import { z } from 'zod';
import { UnixMillis } from '../../formats/unix-time.ts';

const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

/** Events that open, close, speak or act are read; the rest is named here so that a new one is noticed. */
const unread = [
  'meeting-presentation-changed',
  'meeting-recording-changed',
  'meeting-recording-started',
  'meeting-recording-stopped',
  'meeting-recording-unhandled',
  'meeting-screenshare-started',
  'meeting-screenshare-stopped',
  'meeting-transfer-disabled',
  'meeting-transfer-enabled',
  'pad-content',
  'poll-started',
  'rap-archive-ended',
  'rap-archive-started',
  'rap-deleted',
  'rap-post-archive-ended',
  'rap-post-archive-started',
  'rap-post-process-ended',
  'rap-post-process-started',
  'rap-post-publish-ended',
  'rap-post-publish-started',
  'rap-process-ended',
  'rap-process-started',
  'rap-publish-ended',
  'rap-publish-started',
  'rap-published',
  'rap-sanity-ended',
  'rap-sanity-started',
  'rap-unpublished',
  'user-audio-muted',
  'user-audio-unmuted',
  'user-audio-unhandled',
  'user-audio-voice-disabled',
  'user-audio-voice-enabled',
  'user-cam-broadcast-end',
  'user-cam-broadcast-start',
  'user-presenter-assigned',
  'user-presenter-unassigned',
] as const;

export const readEvents = [
  'chat-group-message-sent',
  'meeting-created',
  'meeting-ended',
  'poll-responded',
  'user-emoji-changed',
  'user-joined',
  'user-left',
  'user-raise-hand-changed',
] as const;

/** Attributes hold more than is named here, among it the passwords of the meeting: nothing of it is looked at. */
export const Event = z.object({
  data: z.object({
    id: z.enum([...readEvents, ...unread]),
    attributes: z.object({
      meeting: z.object({
        'internal-meeting-id': z.string(),
        'external-meeting-id': z.string().optional(),
        name: z.string().optional(),
        'is-breakout': flag.optional(),
        'parent-id': z.string().optional(),
        'create-time': UnixMillis.optional(),
      }),
      user: z
        .object({
          'internal-user-id': z.string(),
          'external-user-id': z.string().optional(),
          name: z.string().optional(),
          role: z.enum(['MODERATOR', 'VIEWER']).optional(),
          emoji: z.string().optional(),
          'raise-hand': flag.optional(),
        })
        .optional(),
      poll: z.object({ id: z.string() }).optional(),
      'chat-id': z.string().optional(),
      'chat-message': z
        .object({
          id: z.string(),
          message: z.string(),
          sender: z.object({ 'internal-user-id': z.string(), time: UnixMillis }),
        })
        .optional(),
    }),
    event: z.object({ ts: UnixMillis }),
  }),
});
export type Event = z.infer<typeof Event>['data'];
