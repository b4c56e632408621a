import { UnreadableFile } from '../../connector.ts';
import type { Layout } from './layout.ts';

/**
 * A saved Zoom chat is recognised in order to be refused: it names neither day nor meeting, only the names people chose to show,
 * so its lines belong to no session and to nobody for certain.
 */
export const zoomChat: Layout = {
  variant: 'zoom-chat',
  recognise(rows) {
    const first = rows.map((cells) => cells.join('\t'));
    const spoken = first.filter((line) => /^\d{2}:\d{2}:\d{2}\s+(?:From\s.+:|[^\t]+:\t)/i.test(line)).length;
    return spoken > 0 && /^\d{2}:\d{2}:\d{2}\s/.test(first[0] ?? '') ? 0.9 : 0;
  },
  dates: () => [],
  problems: () => [`${chatProblem} It will be refused.`],
  // eslint-disable-next-line require-yield -- it gives nothing, it refuses
  async *read({ file }) {
    const hint =
      'Load the participants report of the meeting; to count chat as posts, use the native template posts.csv.';
    throw new UnreadableFile('CHAT_NOT_READ', file.name, chatProblem, hint);
  },
};

const chatProblem =
  'A saved chat names no day, no meeting and no account, only the names people chose to show: it cannot be tied to anybody.';
