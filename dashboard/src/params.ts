import { defineParams } from '@sveltejs/kit/params';
import { components } from '#lib/components/people/score-parts.ts';

/** What a piece of an address may be; anything else is "there is no such page". */
export const params = defineParams({
  /** Of the organisation tree; 0 is the institution. */
  unit: (text) => (/^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : undefined),
  id: (text) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined),
  uuid: (text) => (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text) ? text : undefined),
  component: (text) => components.find((component) => component === text),
});
