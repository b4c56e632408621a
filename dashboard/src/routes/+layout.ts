import { catalogueIn } from '#messages/catalogues.ts';
import type { LayoutLoad } from './$types';

/** The words come with the page: the server has them when it writes it, the browser before it wakes it. */
export const load: LayoutLoad = async ({ data }) => ({ ...data, catalogue: await catalogueIn(data.language) });
