import type { Picture } from './picture.ts';

/** A document as it is printed: what it says, whatever paper or page it is said on. */
export interface Printed {
  readonly language: Language;
  readonly title: string;
  /** Below the title: of whom, from when, by what. */
  readonly about: readonly string[];
  /** Whose letterhead it stands on. */
  readonly institution: string;
  readonly logo: Logo | null;
  /** Nothing says when it was printed: the same numbers give the same bytes. */
  readonly asOf: Date;
  /** Stands at the foot of every page, before its number. */
  readonly foot: string;
  readonly page: (number: number, of: number) => string;
  readonly blocks: readonly Block[];
}

/** The languages documents are printed in. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** PNG or JPEG: what both HTML and PDF show. */
export interface Logo {
  readonly type: 'image/png' | 'image/jpeg';
  readonly bytes: Buffer;
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly quiet?: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly table: PrintedTable }
  /** The caption is a sentence that says what the picture shows; whoever cannot see it reads `instead`. */
  | { readonly kind: 'figure'; readonly caption: string; readonly instead: string; readonly picture: Picture };

/** The first cell of a row is its head. */
export interface PrintedTable {
  readonly caption: string;
  readonly columns: readonly { readonly title: string; readonly number?: boolean }[];
  readonly rows: readonly (readonly string[])[];
}
