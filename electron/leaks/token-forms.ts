import type { TokenForm } from '../../shared/domain/found-token';
import { SecretValue } from '../credentials/secret-value';

/** The longest value there is, in characters. */
export const LONGEST_TOKEN = 'CCIPAT_'.length + 22 + 1 + 40;

const HEX = '[0-9a-f]{40}';
const PREFIXED = `CCI(?:PAT|PRJ)_[1-9A-HJ-NP-Za-km-z]{21,22}_${HEX}(?![0-9a-z])`;
/** Where a word can begin: not inside another, or after an escaped line break or an encoded character. */
const WORD = String.raw`(?:(?<![0-9a-z_])|(?<=\\[nrt])|(?<=%[0-9a-f]{2}))`;
const LEGACY = `${WORD}${HEX}(?![0-9a-z_])`;

/** Finds whatever has the form of a token, in whichever case, with whatever around it. */
export const tokenPattern = (): RegExp => new RegExp(`${PREFIXED}|${LEGACY}`, 'gi');

/** A value as CircleCI hands it out: its hex digits are small ones, whatever became of them on the way. */
export function readFound(text: string): { readonly form: TokenForm; readonly value: SecretValue } {
  const hexFrom = text.length - 40;
  const value = new SecretValue(text.slice(0, hexFrom) + text.slice(hexFrom).toLowerCase());
  return { form: formOf(text), value };
}

function formOf(text: string): TokenForm {
  if (/^CCIPAT_/i.test(text)) return 'personal';
  return /^CCIPRJ_/i.test(text) ? 'project' : 'legacy';
}
