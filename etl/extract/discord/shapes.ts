import { z } from 'zod';
import { known } from '../../formats/known.ts';
import { noticed } from '../../formats/news.ts';
import { Instant } from '../../records/values.ts';

const User = known(
  {
    id: z.string().min(1),
    name: z.string(),
    isBot: z.boolean().optional(),
    roles: z.array(noticed({ id: z.string() }, 'name color position')).optional(),
  },
  'discriminator nickname color avatarUrl',
);
export type User = z.infer<typeof User>;

/** Names of DiscordChatExporter; kinds it has no name for are a number. */
const noticeKinds = [
  'RecipientAdd',
  'RecipientRemove',
  'Call',
  'ChannelNameChange',
  'ChannelIconChange',
  'ChannelPinnedMessage',
  'GuildMemberJoin',
  'ThreadCreated',
] as const;

const nameless = (type: unknown) => (typeof type === 'string' && /^\d+$/.test(type) ? 'numbered' : type);

export const Message = known(
  {
    id: z.string().min(1),
    type: z.preprocess(nameless, z.enum(['Default', 'Reply', 'numbered', ...noticeKinds])),
    timestamp: Instant,
    timestampEdited: Instant.optional(),
    content: z.string(),
    author: User,
    reactions: z.array(known({ users: z.array(User).optional() }, 'emoji count')).default([]),
    mentions: z.array(User).default([]),
    reference: known({ messageId: z.string().optional() }, 'type channelId guildId').optional(),
  },
  'callEndedTimestamp isPinned attachments components embeds stickers forwardedMessage interaction inlineEmojis poll',
);
export type Message = z.infer<typeof Message>;

export const Channel = known(
  {
    id: z.string().min(1),
    type: z.enum([
      'GuildTextChat',
      'DirectTextChat',
      'GuildVoiceChat',
      'DirectGroupTextChat',
      'GuildCategory',
      'GuildNews',
      'GuildNewsThread',
      'GuildPublicThread',
      'GuildPrivateThread',
      'GuildStageVoice',
      'GuildDirectory',
      'GuildForum',
    ]),
    categoryId: z.string().optional(),
    name: z.string(),
  },
  'category topic iconUrl',
);
export type Channel = z.infer<typeof Channel>;

export const Export = known(
  { channel: Channel, messages: z.array(z.unknown()) },
  'guild dateRange exportedAt messageCount',
);
