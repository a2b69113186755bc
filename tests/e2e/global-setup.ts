import { existsSync } from 'node:fs';
import { EXTENSION } from './extension';

/** The tests drive the built extension; without it every one of them would fail for one reason. */
export default function checkBuilt(): void {
  if (!existsSync(`${EXTENSION}/manifest.json`)) {
    throw new Error('The extension is not built: run `npm run build` first.');
  }
}
