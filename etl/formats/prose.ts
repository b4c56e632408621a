/** What is kept of a text that is not kept. */
export interface Prose {
  readonly words: number;
  /** Without mark-up and surrounding white space. */
  readonly chars: number;
  /** A question mark outside links. */
  readonly hasQuestion: boolean;
}

const scriptsWithoutSpaces = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}`;
const word = new RegExp(
  String.raw`[${scriptsWithoutSpaces}]|[\p{L}\p{N}](?:(?![${scriptsWithoutSpaces}])[\p{L}\p{N}\p{M}'’_-])*`,
  'gu',
);

/** Length, words and question mark of a message in plain text or HTML; a character stands for a word where no spaces are written. */
export function proseOf(message: string): Prose {
  const plain = withoutMarkup(message);
  return {
    words: plain.match(word)?.length ?? 0,
    chars: plain.length,
    hasQuestion: /[?？؟]/.test(plain.replaceAll(/\bhttps?:\/\/\S+/g, '')),
  };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function withoutMarkup(message: string): string {
  return message
    .replaceAll(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replaceAll(/<\/?(?:a|abbr|b|code|em|font|i|mark|s|small|span|strong|sub|sup|u)\b[^<>]*>/gi, '')
    .replaceAll(/<\/?[a-z!][^<>]*>/gi, ' ')
    .replaceAll(/&(?:#(\d{1,7})|([a-z]{2,6}));/gi, (whole, code?: string, name?: string) =>
      code === undefined ? (entities[name?.toLowerCase() ?? ''] ?? whole) : character(Number(code)),
    )
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}
