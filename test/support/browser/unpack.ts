/**
 * Unpacks the Chromium of @sparticuz/chromium, its libraries and its font into TMPDIR, the only place that package
 * knows. It is run in a process of its own, so that TMPDIR can be a fresh folder without moving anyone else's.
 */
import chromium, { inflate } from '@sparticuz/chromium';
import { fileURLToPath } from 'node:url';

await chromium.executablePath();
// NSS, NSPR and expat: a machine without a desktop has none of them, and Chromium does not start without.
await inflate(fileURLToPath(new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'))));
