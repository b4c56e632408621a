/**
 * What people do with an alert. `open`, `acted` and `closed` stand on the alert and everybody who teaches there sees
 * them; `seen`, `snoozed` and `dismissed` are one viewer's own.
 */
export const alertStates = ['open', 'seen', 'acted', 'closed', 'snoozed', 'dismissed'] as const;
export type AlertState = (typeof alertStates)[number];

const ways: Readonly<Record<AlertState, readonly AlertState[]>> = {
  open: ['seen', 'acted', 'closed', 'snoozed', 'dismissed'],
  seen: ['acted', 'closed', 'snoozed', 'dismissed'],
  snoozed: ['acted', 'closed', 'dismissed'],
  acted: ['closed'],
  // Only undo, or a later week that lists the learner again, leads back.
  closed: [],
  dismissed: [],
};

/** Whether a person may take an alert from one state to another. Undo is another way: it goes where it came from. */
export const mayMove = (from: AlertState, to: AlertState): boolean => ways[from].includes(to);

/** True: it stands on the alert, for all; false: on the viewer's own list. */
export const isShared = (state: AlertState): boolean => state === 'open' || state === 'acted' || state === 'closed';

/** Those two end something for good, so they say why. */
export const needsReason = (state: AlertState): boolean => state === 'closed' || state === 'dismissed';
