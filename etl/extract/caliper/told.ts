import type { Event } from './shapes.ts';

/** An event and what is known beside it. */
export interface Told {
  readonly event: Event;
  readonly course: string | undefined;
  readonly keepBodies: boolean;
}
