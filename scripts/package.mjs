import { packageApp } from './package-app.mjs';
import { run } from './say.mjs';

await run(() => packageApp({ onlyFolder: process.argv.includes('--dir') }));
