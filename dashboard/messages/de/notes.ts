import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

export const notes = (f: Formats): Messages['notes'] => ({
  heading: 'Notizen',
  none: 'Keine Notiz aus diesem oder dem vorigen Semester.',
  level: { normal: 'Notiz', restricted: 'Eingeschränkte Notiz', private: 'Private Notiz' },
  levelMeans: {
    normal: 'wer hier unterrichtet, und die Studienberatung, sobald ein Fall übergeben ist',
    restricted: 'Sie, und wen Sie nennen',
    private: 'nur Sie',
  },
  by: (who, when) => `${who}, ${when}`,
  you: 'Sie',
  somebody: 'jemand aus dem Kollegium',
  read: 'Lesen',
  closed: 'Ihre Worte sind Ihnen verschlossen. Wer sie schrieb, kann sie Ihnen sagen.',
  readers: (names) => `Auch offen für ${names}.`,
  before: (revisions) => f.count(revisions, 'frühere Fassung', 'frühere Fassungen'),
  earlier: (count) => `${f.count(count, 'ältere Notiz', 'ältere Notizen')}: auch zeigen`,
  write: 'Eine Notiz schreiben',
  body: 'Notiz',
  hint: 'Was der nächsten Kollegin, dem nächsten Kollegen hilft. Die Person kann darum bitten, es zu lesen.',
  who: 'Wer darf sie lesen?',
  whoElse: 'Außer Ihnen',
  nobodyElse: 'Sonst hat hier niemand mit dieser Person zu tun.',
  writeIt: 'Notiz aufheben',
  revise: 'Neu fassen',
  reviseIt: 'Diese Fassung aufheben',
});
