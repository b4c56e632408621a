import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const file = (name: string): string => resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`);

/** DejaVu: whole letters of Latin, Greek and Cyrillic in one file, so that a title from any course can be set. */
export const fonts = { regular: file('DejaVuSansCondensed'), bold: file('DejaVuSansCondensed-Bold') } as const;

/** Points. */
export const sizes = { title: 19, heading: 13, text: 10, small: 8.5 } as const;
