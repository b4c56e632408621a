import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Asks for the page again until it says so: for what a worker does after the page was answered. */
export async function reloadedUntil(page: Page, text: RegExp): Promise<void> {
  const said = async () => {
    await page.reload({ waitUntil: 'networkidle' });
    return page.locator('main').innerText();
  };
  await expect.poll(said, { timeout: 60_000, interval: 300 }).toMatch(text);
}

/**
 * Does what sends a form, and waits until it was answered. A page that is asked for again before that takes back what
 * was being sent: what stands before `reloadedUntil` has to be sent first.
 */
export async function answered(page: Page, act: () => Promise<void>): Promise<void> {
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await act();
  await answer;
}
