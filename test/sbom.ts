/**
 * `npm run sbom`: what Kith is made of when it runs, as a CycloneDX document from the lock file, into `kith.cdx.json`.
 * `npm sbom` itself ends with an error over an optional peer of a page component that asks for an older SvelteKit.
 *
 * https://cyclonedx.org/docs/1.6/json/
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

export interface Component {
  readonly type: 'library';
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly hashes: readonly { readonly alg: 'SHA-512'; readonly content: string }[];
  readonly licenses: readonly { readonly license: { readonly name: string } }[];
}

/** Packages of the lock file that are not only for developers, once each, by name and version. */
export function componentsOf(packages: Readonly<Record<string, Locked>>): Component[] {
  const found = new Map<string, Component>();
  for (const [place, { version, integrity, license, dev, link }] of Object.entries(packages)) {
    const at = place.lastIndexOf('node_modules/');
    if (at < 0 || version === undefined || dev === true || link === true) continue;
    const name = place.slice(at + 'node_modules/'.length);
    const sha512 = integrity?.startsWith('sha512-') === true ? integrity.slice('sha512-'.length) : undefined;
    found.set(`${name}@${version}`, {
      type: 'library',
      name,
      version,
      purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
      hashes: sha512 === undefined ? [] : [{ alg: 'SHA-512', content: Buffer.from(sha512, 'base64').toString('hex') }],
      licenses: license === undefined ? [] : [{ license: { name: license } }],
    });
  }
  return [...found.values()].sort((one, other) => (one.purl < other.purl ? -1 : 1));
}

if (import.meta.main) {
  const root = path.join(import.meta.dirname, '..');
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    readonly version: string;
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const document = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', name: 'kith', version: lock.version } },
    components: componentsOf(lock.packages),
  };
  writeFileSync(path.join(root, 'kith.cdx.json'), `${JSON.stringify(document, null, 2)}\n`);
  process.stdout.write(`kith.cdx.json: ${String(document.components.length)} packages\n`);
}
