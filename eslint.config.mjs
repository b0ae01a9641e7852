import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What a folder may not import, as the linter is told it; test/architecture knows the rest. */
const forbid = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

export default defineConfig(
  { ignores: ['out', 'release', 'node_modules', '.runtime', 'test-results'] },
  {
    rules: { 'max-lines': ['error', { max: 250 }], eqeqeq: 'error' },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      // One program for all layers, as it takes half the time; what a layer may see is checked by tsc.
      parserOptions: { project: 'tsconfig.lint.json', tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { noInlineConfig: true },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_', argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      // The set-up of a property or a port reads better in one line.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
        { selector: 'ExportAllDeclaration', message: 'No barrels: import the file itself.' },
      ],
    },
  },
  {
    files: ['renderer/**/*.tsx', 'renderer/**/*.ts'],
    extends: [reactHooks.configs.flat.recommended],
    // Nothing is compiled by the React Compiler, so what it would skip is of no interest.
    rules: {
      'react-hooks/incompatible-library': 'off',
      ...forbid('node:*', 'electron', '**/electron/**'),
    },
  },
  { files: ['shared/**/*.ts'], rules: forbid('node:*', 'electron', '**/electron/**', '**/renderer/**') },
  { files: ['electron/**/*.ts'], rules: forbid('**/renderer/**', 'react', 'react-dom', 'zustand') },
  {
    files: ['electron/{circleci,inventory,rotation,delivery,evidence,demo}/**/*.ts'],
    rules: forbid(
      '**/renderer/**',
      'electron',
      'electron/*',
      'electron-store',
      'electron-log',
      'electron-log/*',
    ),
  },
  { files: ['*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
