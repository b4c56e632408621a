import { z } from 'zod';
import { known } from '../../formats/known.ts';
import { noticed } from '../../formats/news.ts';
import { keyOf } from '../../formats/natural-key.ts';
import { UnixMillis } from '../../formats/unix-time.ts';
import type { RecordInput } from '../../records/record.ts';
import { personOf, roleOf } from './people.ts';
import { Key } from '../../records/values.ts';

/** 0 stands for "not yet". */
const Ended = z.union([z.literal(0).transform(() => undefined), UnixMillis]);

const pollNames = 'pollId type pollType question options multiple quiz correctOption startedBy';

const User = known(
  {
    extId: z.string(),
    intIds: z.record(
      z.string(),
      known({ sessions: z.array(known({ registeredOn: UnixMillis, leftOn: Ended })) }, 'intId userLeftFlag'),
    ),
    name: z.string(),
    isModerator: z.boolean(),
    isDialIn: z.boolean().default(false),
    answers: z.record(z.string(), z.unknown()).default({}),
    reactions: z.array(known({ sentOn: UnixMillis }, 'name')).default([]),
    raiseHand: z.array(UnixMillis).default([]),
    totalOfMessages: z.number().default(0),
    totalOfSharedNotes: z.number().default(0),
    totalOfWhiteboardAnnotations: z.number().default(0),
  },
  `userKey color avatar currentIntId pluginUserData talk away webcams registeredInLadOn lastUserDisconnectionOn emojis
  genericDataList`,
);

export const Dashboard = known(
  {
    intId: Key,
    name: z.string(),
    users: z.record(z.string(), User),
    polls: z
      .record(z.string(), noticed({ anonymous: z.boolean().optional(), createdOn: UnixMillis }, pollNames))
      .default({}),
    createdOn: UnixMillis,
    endedOn: Ended,
  },
  `extId learningDashboardDisabled downloadSessionDataEnabled other pluginUserDataCardTitles screenshares
  presentationSlides genericDataCardTitles`,
);
type Dashboard = z.infer<typeof Dashboard>;

export function dashboardRecords(meeting: Dashboard): RecordInput[] {
  const { intId: session, name: title, createdOn: startsAt, endedOn: endsAt } = meeting;
  const present = Object.values(meeting.users).filter(({ isDialIn }) => !isDialIn);
  return [
    {
      type: 'session',
      key: session,
      title,
      startsAt,
      ...(endsAt === undefined ? {} : { endsAt }),
      locationMode: 'online',
    },
    ...present.flatMap((user) => userRecords(user, meeting)),
  ];
}

function userRecords(
  user: z.infer<typeof User>,
  { intId: session, endedOn, polls, createdOn }: Dashboard,
): RecordInput[] {
  const person = user.extId;
  const stays = Object.values(user.intIds).flatMap(({ sessions }) => sessions);
  const about = { session, person };
  const answers = Object.keys(user.answers).flatMap((id) => {
    const poll = polls[id];
    return poll && poll.anonymous !== true ? [{ id, at: poll.createdOn }] : [];
  });
  const [first = createdOn] = stays.map(({ registeredOn }) => registeredOn).sort();
  const act = (
    what: string,
    verb: 'answered' | 'edited' | 'interacted' | 'posted' | 'reacted',
    at: string,
    count = 1,
  ) =>
    ({ type: 'activity', key: keyOf(session, person, what), ...about, verb, objectType: 'live', at, count }) as const;
  const totals = [
    ['posted', 'messages', user.totalOfMessages],
    ['edited', 'notes', user.totalOfSharedNotes],
    ['edited', 'whiteboard', user.totalOfWhiteboardAnnotations],
  ] as const;
  return [
    personOf(person, user.name),
    ...stays.map(({ registeredOn: joinAt, leftOn }): RecordInput => {
      const leaveAt = leftOn ?? endedOn; // 0: still there when the meeting ended
      return {
        type: 'presence',
        key: keyOf(session, person, joinAt),
        ...about,
        precision: 'interval',
        status: 'present',
        joinAt,
        ...(leaveAt === undefined ? {} : { leaveAt }),
        role: roleOf(user.isModerator),
      };
    }),
    ...user.raiseHand.map((at) => act(`hand|${at}`, 'interacted', at)),
    ...user.reactions.map(({ sentOn: at }) => act(`reaction|${at}`, 'reacted', at)),
    ...answers.map(({ id, at }) => act(`poll|${id}`, 'answered', at)),
    ...totals.flatMap(([verb, what, count]) => (count > 0 ? [act(what, verb, first, count)] : [])),
  ];
}
