import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

/** The store's validator and its reader of versions: it needs them for schemas and migrations, and is given neither. */
const leaveOut = (names: readonly string[]): Plugin => ({
  name: 'leave-out',
  enforce: 'pre',
  resolveId: (id) => (names.includes(id) ? '\0left-out' : undefined),
  load: (id) => (id === '\0left-out' ? 'export class Ajv2020 {} export default undefined;' : undefined),
});

// By hand, as the defaults follow the installed electron package and not the oldest runtime that Rekey is run on.
const NODE = 'node20.18';
const CHROME = 'chrome130';

export default defineConfig({
  main: {
    plugins: [leaveOut(['ajv/dist/2020.js', 'ajv-formats', 'semver'])],
    build: {
      target: NODE,
      externalizeDeps: false,
      minify: true,
      rolldownOptions: {
        input: 'electron/main.ts',
        external: ['electron'],
        output: { format: 'es', entryFileNames: 'main.js', chunkFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      target: NODE,
      externalizeDeps: false,
      rolldownOptions: {
        input: 'electron/preload/preload.ts',
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: 'preload.cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      target: CHROME,
      // The page's policy allows neither data: URLs nor inline scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      minify: true,
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
});
