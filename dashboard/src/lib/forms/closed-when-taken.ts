import type { Submit } from './enhance.ts';

/** Closes the panel of a form once what it sent was taken; refused, it stays open with what was typed. */
export const closedWhenTaken =
  (close: () => void): Submit =>
  () =>
  async ({ result, update }) => {
    if (result.type === 'success') close();
    await update();
  };
