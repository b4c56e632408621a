import type { Formats } from '#lib/format/formats.ts';
import type { Messages } from '../en.ts';

export const tokens = (f: Formats): Messages['tokens'] => ({
  title: 'Token für Programme',
  summary: (held) => (held === 0 ? 'Kein Token gilt.' : `${f.count(held, 'Token gilt', 'Token gelten')}.`),
  more: 'Ein Programm mit einem Token liest, was Sie dürfen, innerhalb dessen, was Sie ankreuzen, bis zu seinem letzten Tag. Es ändert nichts, und die Seite keiner lernenden Person ist in seiner Reichweite.',
  make: 'Ein Token machen',
  name: 'Wofür es ist',
  may: 'Es darf',
  scopes: {
    exports: 'meine Exporte für die Forschung holen',
    programmes: 'die Zahlen von Studiengängen lesen',
  },
  last: 'Letzter Tag, innerhalb eines Jahres',
  send: 'Machen',
  made: 'Ihr Token. Heben Sie es jetzt auf: Niemand kann es noch einmal zeigen.',
  how: 'Ein Programm sendet es mit jeder Anfrage: Authorization: Bearer kith_…',
  caption: 'Token, die gelten',
  whose: 'Wessen',
  until: 'Bis zum Ende des',
  used: 'Zuletzt benutzt',
  never: 'nie',
  me: 'meines',
  end: (title) => `${title} beenden`,
});
