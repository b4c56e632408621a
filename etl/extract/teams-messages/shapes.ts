import { z } from 'zod';
import { known } from '../../formats/known.ts';
import { Instant, Key } from '../../records/values.ts';

const Identity = z.looseObject({ id: Key, displayName: z.string().nullish() });
/** Who or what: a person, an app, a device. Only people are read. */
const Who = z.looseObject({ user: Identity.nullish() });

const reactionTypes = ['like', 'angry', 'sad', 'laugh', 'heart', 'surprised', 'custom'] as const;
/** Since 2023 any emoji may stand there, as itself. */
const sign = (type: unknown) => (typeof type === 'string' && !/^[a-z]/i.test(type) ? 'custom' : type);

export const Message = known(
  {
    id: Key,
    replyToId: z.string().optional(),
    messageType: z.enum(['message', 'chatEvent', 'typing', 'systemEventMessage', 'unknownFutureValue']),
    createdDateTime: Instant,
    lastEditedDateTime: Instant.optional(),
    deletedDateTime: Instant.optional(),
    subject: z.string().optional(),
    from: Who.optional(),
    body: z.looseObject({ content: z.string().nullish() }).optional(),
    mentions: z.array(z.looseObject({ mentioned: Who.nullish() })).default([]),
    reactions: z
      .array(
        known(
          { reactionType: z.preprocess(sign, z.enum(reactionTypes)), createdDateTime: Instant.optional(), user: Who },
          'displayName reactionContentUrl',
        ),
      )
      .default([]),
    chatId: z.string().optional(),
    channelIdentity: known({ teamId: z.string().optional(), channelId: Key }).optional(),
    webUrl: z.url().optional(),
    replies: z.array(z.unknown()).default([]),
  },
  `attachments etag eventDetail hostedContents importance lastModifiedDateTime locale messageHistory onBehalfOf
  policyViolation summary`,
);
export type Message = z.infer<typeof Message>;
