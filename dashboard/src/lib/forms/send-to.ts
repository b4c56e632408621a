import { page } from '$app/state';
import { actionOn } from '#lib/paths.ts';

/** Where a form of this page is sent: `?course=7&/log`. What was chosen in the address stays chosen afterwards. */
export const sendTo = (action: string): string => actionOn(page.url, action);
