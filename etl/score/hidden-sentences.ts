import type { ComponentId, Hidden } from './types.ts';
import { feeds, type Source, type Visibility } from './visibility.ts';

/** The English of what Kith does not see, and why: it stands beside the score, in the same size. */
const titles: Readonly<Record<ComponentId, string>> = {
  peer_contact: 'Contact with classmates',
  inbound_peers: 'Classmates turning to them',
  being_answered: 'Answers to their posts',
  voice: 'What they write to classmates',
  live_presence: 'Live sessions',
  recency: 'Last activity',
  decline: 'Change in presence',
  felt_belonging: 'What they say about belonging',
  forum_presence: 'Reading in the forum',
};

const sourceNames: Readonly<Record<Source, string>> = {
  forum: 'the forum',
  live: 'attendance',
  group: 'group work',
  feedback: 'peer feedback',
  mentor: 'the mentor log',
  activity: 'the activity log',
  survey: 'the survey',
};

const unseen: Readonly<Record<Exclude<Visibility, 'present' | 'true_zero'>, (source: string) => string>> = {
  no_opportunity: (source) => `nothing was open to them in ${source}`,
  not_connected: (source) => `${source} is not connected for this course`,
  not_matched: (source) => `not matched in ${source}`,
  opted_out: (source) => `they opted out of ${source}`,
  not_yet_enrolled: () => 'they enrolled later',
};

/** Why a component is unknown although its source can be seen. */
const tooLittle: Readonly<Record<ComponentId, string>> = {
  peer_contact: 'no active classmate to compare with',
  inbound_peers: 'the forum has been open for less than two weeks',
  being_answered: 'fewer than 2 posts whose answers can be seen',
  voice: 'the forum has been open for less than two weeks',
  live_presence: 'no session was within reach in four weeks',
  recency: 'no activity is logged',
  decline: 'too few earlier weeks to compare with',
  felt_belonging: 'no answer in the last five weeks',
  forum_presence: 'views are not logged',
};

export function hiddenSentence({ component, sources }: Hidden): string {
  const reasons = new Set(
    sources.map(({ source, visibility }) =>
      visibility === 'present' || visibility === 'true_zero' ? '' : unseen[visibility](sourceNames[source]),
    ),
  );
  const why = sources.some(({ visibility }) => feeds(visibility)) ? tooLittle[component] : [...reasons].join('; ');
  return `${titles[component]}: ${why}.`;
}
