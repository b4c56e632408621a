import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('a page is laid out and its script runs', async () => {
  const page = await browser.newPage();
  await page.goto(
    'data:text/html,<h1>Kith</h1><p></p><script>document.querySelector("p").textContent = 6 * 7</script>',
  );
  expect(await page.textContent('p')).toBe('42');
  const heading = await page.locator('h1').boundingBox();
  expect(heading?.height).toBeGreaterThan(20);
  await page.close();
});

test('two signed-in people are two contexts of one browser, and closing one leaves the other', async () => {
  const [first, second] = await Promise.all([browser.newContext(), browser.newContext()]);
  const page = await second.newPage();
  await (await first.newPage()).goto('data:text/html,<p>first</p>');
  await first.close();
  await page.goto('data:text/html,<p>second</p>');
  expect(await page.textContent('p')).toBe('second');
  await second.close();
});

test('it reaches a server of this machine and no other host', async () => {
  const server = createServer((_request, response) => response.end('here')).listen(0, '127.0.0.1');
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  expect(await page.textContent('body')).toBe('here');
  await expect(page.goto('http://example.org/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
  await page.close();
  server.close();
});
