import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

export interface InstalledBrowser {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

const root = join(import.meta.dirname, '../../..');

/**
 * The browser of the tests: the Chromium that `npm ci` brought, unpacked once under node_modules/.cache (209 MB, about
 * two seconds), with its own libraries and font so that no system package is needed and a page measures alike everywhere.
 * It is built for Linux on x64; elsewhere KITH_BROWSER names an installed Chrome or Chromium.
 *
 * @throws when there is neither, with what to do.
 */
export async function installedBrowser(): Promise<InstalledBrowser> {
  const own = process.env.KITH_BROWSER;
  if (own !== undefined) return { executablePath: own, env: {} };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The packaged Chromium is for Linux on x64. Set KITH_BROWSER to the path of a Chrome or Chromium.');
  }
  const folder = join(root, 'node_modules/.cache', `kith-browser-${await packagedVersion()}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

async function packagedVersion(): Promise<string> {
  const manifest = new URL('../package.json', import.meta.resolve('@sparticuz/chromium'));
  return (JSON.parse(await readFile(manifest, 'utf8')) as { version: string }).version;
}

/** Two test files may come here at once: each unpacks beside the folder, the first to rename wins, the other clears up. */
async function unpackInto(folder: string): Promise<void> {
  await mkdir(join(folder, '..'), { recursive: true });
  const fresh = await mkdtemp(`${folder}.`);
  try {
    const unpack = join(import.meta.dirname, 'unpack.ts');
    await promisify(execFile)(process.execPath, [unpack], { env: { ...process.env, TMPDIR: fresh } });
    await writeFile(join(fresh, 'fonts.conf'), fontsFrom(folder));
    await rename(fresh, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** The packaged font and no other: the system's fonts would change where lines break. */
const fontsFrom = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`;
