import { proseOf } from './prose.ts';

/** What a post record keeps of what was written. */
export interface Written {
  readonly words: number;
  readonly chars: number;
  readonly hasQuestion: boolean;
  readonly body?: string;
}

/** A message in plain text, Markdown or HTML, measured; the text itself only where the deployment keeps bodies. */
export function written(message: string | null | undefined, keepBodies = false): Written | undefined {
  if (message === undefined || message === null) return undefined;
  return { ...proseOf(message), ...(keepBodies ? { body: message } : {}) };
}
