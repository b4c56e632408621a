import type { Rows } from './layout.ts';

const joinedWords =
  /^(?:joined(?: before)?|(?:vorher )?beigetreten|a rejoint|se unió|ingressou|entrou|参加(?:済み)?)$/iu;
const leftWords = /^(?:left|verlassen|a quitté|abandonó|saiu|退出)$/iu;

export type JoinAction = 'joined' | 'left';

/**
 * What the words of a list of comings and goings mean. In a language not seen yet the word of the first row is the
 * joining and the only other word the leaving.
 */
export function actionReader(words: readonly string[]): (word: string) => JoinAction | undefined {
  const [first, ...others] = new Set(words);
  return (word) => {
    if (leftWords.test(word)) return 'left';
    if (joinedWords.test(word) || word === first) return 'joined';
    return others.length === 1 ? 'left' : undefined;
  };
}

/** How sure that the second column holds such words and not, say, the receivers of messages. 0 to 1. */
export function actionConfidence(events: Rows): number {
  const words = new Set(events.map((cells) => cells[1] ?? ''));
  if ([...words].some((word) => joinedWords.test(word) || leftWords.test(word))) return 0.95;
  return words.size === 2 && events.length > 4 ? 0.6 : 0;
}
