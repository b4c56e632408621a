/** A piece of a sentence; `strong` where it is a number or a plain "no" that says as much as one. */
export interface Piece {
  readonly text: string;
  readonly strong: boolean;
}

/**
 * Cuts a sentence at its numbers.
 *
 *     piecesOf('In touch with 0.4 classmates; the usual is 3.')
 *     // 'In touch with ' · **0.4** · ' classmates; the usual is ' · **3** · '.'
 */
export function piecesOf(sentence: string): Piece[] {
  return sentence
    .split(/(\b\d+(?:[.,]\d+)*(?:\s?%)?|\b[Nn]o (?=classmate))/)
    .map((text, index) => ({ text: text.replace(/ %$/, '\u00a0%'), strong: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
