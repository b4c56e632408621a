import type { Formats } from '#lib/format/formats.ts';

/** The weekly word by mail. */
export const digest = (_: Formats) => ({
  title: 'A word by mail, once a week',
  short: 'Have this by mail once a week',
  about: 'How much stands on your Monday page, and a link to it. Nobody is named, and the page asks you to sign in.',
  wanted: 'Send it to me',
  weekday: 'Day',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  hour: 'Hour',
  at: (hour: number) => `${String(hour).padStart(2, '0')}:00`,
  zone: 'Time zone',
  keep: 'Keep this',
  keptOn: 'Kept. It comes the next time that hour strikes.',
  keptOff: 'Kept. No mail will come.',
  last: (when: string) => `Last sent ${when}.`,
  preview: 'What it would say now',
  previewMore: 'A week with nothing on the page brings no mail.',
  way: {
    no_server: 'Kith has no mail server here, so nothing can be sent yet. Your choice is kept.',
    no_address: 'Kith knows no address of yours, so nothing can be sent. A steward can add it.',
  },
});
