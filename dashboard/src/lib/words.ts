import { createContext } from 'svelte';
import type { Messages } from '#messages/en.ts';
import type { Formats } from './format/formats.ts';

/** What a component needs to speak: the sentences, the formats, the reader's zone and the time of the page. */
export interface Words {
  readonly t: Messages;
  readonly f: Formats;
  readonly zone: string;
  readonly now: number;
}

/** `const say = words();` in a component, then `say.t.home.title`; the root layout provides it. */
export const [words, provideWords] = createContext<Words>();
