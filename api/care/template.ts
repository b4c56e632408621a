import type { z } from 'zod';
import type { AlertType } from '../contract/monday.ts';

export type TemplateKey = z.output<typeof AlertType>;

export interface Template {
  readonly subject: string;
  /** With {name}, {course} and {me}. */
  readonly body: string;
}

export type Templates = Readonly<Record<TemplateKey, Template>>;

/** Puts names in the place of the placeholders; a brace that is none of them stays. */
export const filledIn = (text: string, names: Readonly<Record<'name' | 'course' | 'me', string>>): string =>
  text.replace(/\{(name|course|me)\}/g, (_, key: keyof typeof names) => names[key]);
