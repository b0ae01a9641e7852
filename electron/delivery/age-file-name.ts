import type { Instant } from '../../shared/domain/instant';

const MAX_LABEL = 60;

/** The name of a new encrypted file: `<label>-<yyyymmddThhmmssZ>-<8 hex>.age`, plain on every system. */
export function ageFileName(label: string, at: Instant, random: string): string {
  return `${safeLabel(label)}-${stamp(at)}-${random.slice(0, 8)}.age`;
}

/** A label made of `A-Za-z0-9._-`, sixty at most, that neither hides the file nor looks like an option. */
export function safeLabel(label: string): string {
  const plain = label
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, MAX_LABEL);
  return plain === '' ? 'token' : plain;
}

function stamp(at: Instant): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');
}
