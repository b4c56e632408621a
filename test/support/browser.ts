import { chromium, type Browser } from 'playwright-core';
import { installedBrowser } from './browser/installed.ts';

/**
 * Opens a headless Chromium. It runs as root too, keeps the web's security as a user's browser has it, and reaches no
 * host but this one. Close it in `afterAll`.
 */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = await installedBrowser();
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: [
      '--no-sandbox', // a container's root has no other way
      '--font-render-hinting=none',
      '--use-gl=angle',
      '--use-angle=swiftshader', // the network picture draws without a graphics card
      '--enable-unsafe-swiftshader',
      '--no-pings',
      '--disable-domain-reliability',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  });
}
