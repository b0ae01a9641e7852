import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, wherever it was cloned to. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where a runtime that npm does not install by itself is kept; ignored by git. */
export const runtimeFolder = join(root, '.runtime');
