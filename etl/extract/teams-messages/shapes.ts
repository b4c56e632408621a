import { z } from 'zod';
import { known } from '../../formats/known.ts';
import { noticed } from '../../formats/news.ts';
import { Instant, Key } from '../../records/values.ts';

const Identity = noticed({ id: Key, displayName: z.string().nullish() }, 'userIdentityType tenantId');
/** Who or what: a person, an app, a device. Only people are read. */
const Who = noticed({ user: Identity.nullish() }, 'application device conversation tag');

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
    body: noticed({ content: z.string().nullish() }, 'contentType').optional(),
    mentions: z.array(noticed({ mentioned: Who.nullish() }, 'id mentionText')).default([]),
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

/** An answer around its messages. */
export const Answer = noticed({ value: z.array(z.unknown()) });
