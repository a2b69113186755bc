import { fileURLToPath } from 'node:url';

/** Folder of the extension as built for Chromium. */
export const EXTENSION = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));
