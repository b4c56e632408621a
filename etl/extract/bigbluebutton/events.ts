import { z } from 'zod';
import { known } from '../../formats/known.ts';
import { noticed } from '../../formats/news.ts';
import { UnixMillis } from '../../formats/unix-time.ts';
import { Key } from '../../records/values.ts';

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

const Meeting = known(
  {
    'internal-meeting-id': z.string(),
    'external-meeting-id': z.string().optional(),
    name: z.string().optional(),
    'is-breakout': flag.optional(),
    'parent-id': z.string().optional(),
    'create-time': UnixMillis.optional(),
  },
  `duration create-date moderator-pass viewer-pass record voice-conf dial-number max-users metadata sequence
  free-join recorded voice-bridge record-id capture-notes capture-slides auto-start-recording`,
);

const User = known(
  {
    'internal-user-id': z.string(),
    'external-user-id': z.string().optional(),
    name: z.string().optional(),
    role: z.enum(['MODERATOR', 'VIEWER']).optional(),
    emoji: z.string().optional(),
    'raise-hand': flag.optional(),
  },
  'presenter guest stream userdata muted sharing-mic listening-only bot avatar auth-token away client-type media voice',
);

/** Of the meeting's passwords and numbers only the names stand here; nothing of them is looked at. */
export const Event = known({
  data: known(
    {
      id: z.enum([...readEvents, ...unread]),
      attributes: known(
        {
          meeting: Meeting,
          user: User.optional(),
          poll: noticed({ id: Key }, 'type question answers answerIds secret-poll').optional(),
          'chat-id': z.string().optional(),
          'chat-message': noticed({
            id: Key,
            message: z.string(),
            sender: noticed(
              { 'internal-user-id': z.string(), time: UnixMillis },
              'external-user-id name role timezone-offset',
            ),
          }).optional(),
        },
        `presentation recording screenshare pad rap playback step-time step-success workflow success record-id archived
        processed published download pad-id rev answers answerIds audio voice file`,
      ),
      event: known({ ts: UnixMillis }, 'bot'),
    },
    'type',
  ),
});
export type Event = z.infer<typeof Event>['data'];
