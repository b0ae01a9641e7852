import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file of the app itself. */
export const sourceFiles: readonly SourceFile[] = ['shared', 'electron', 'renderer'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') })),
);

const SPECIFIER = /^(?:import|export)\b(?:[^'"]*?\bfrom)?\s*['"]([^'"]+)['"]/gm;

const LATE_SPECIFIER = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** What a file imports, as it is written; at once, or when it is needed. */
export const specifiersOf = (text: string): readonly string[] =>
  [...text.matchAll(SPECIFIER), ...text.matchAll(LATE_SPECIFIER)].map(([, specifier = '']) => specifier);

/** Where an import leads: a file of ours without its ending, or a package. */
export const targetOf = (path: string, specifier: string): string =>
  specifier.startsWith('.') ? normalize(join(dirname(path), specifier)) : specifier;
