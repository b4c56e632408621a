import { startServer, type Server } from '@kith/api/server.ts';
import type { BrowserContextOptions, Page } from 'playwright-core';

import { openBrowser } from './browser.ts';
import { openUniversity, plantSession, type OpenUniversity } from './open-university.ts';

export interface OpenPage {
  readonly page: Page;
  /** What the browser held against the page so far. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

export interface OpenPages {
  readonly kith: OpenUniversity;
  readonly server: Server;
  /** A page of its own for somebody who is signed in. */
  readonly openAs: (
    who: { readonly personId: number },
    width?: number,
    colorScheme?: 'light' | 'dark',
  ) => Promise<OpenPage>;
  readonly close: () => Promise<void>;
}

/** The simulated university behind a real server, seen in a real browser. */
export async function openPages(
  options: { readonly exports?: string; readonly reports?: string } = {},
): Promise<OpenPages> {
  const kith = await openUniversity();
  const server = await startServer({ appUrl: kith.database.urls.app, quiet: true, ...options });
  const browser = await openBrowser();
  return {
    kith,
    server,
    async openAs({ personId }, width = 1280, colorScheme = 'light') {
      const seen: BrowserContextOptions = { viewport: { width, height: 900 }, colorScheme, locale: 'en-GB' };
      const context = await browser.newContext(seen);
      const value = await plantSession(kith.database.db, kith.institutionId, personId);
      await context.addCookies([{ name: 'kith_session', value, url: server.url, httpOnly: true, sameSite: 'Lax' }]);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      return { page, complaints, close: () => context.close() };
    },
    async close() {
      await browser.close();
      await server.close();
      await kith.close();
    },
  };
}
