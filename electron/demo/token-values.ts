import type { Instant } from '../../shared/domain/instant';
import type { TokenKind } from '../../shared/domain/token';
import type { Chance } from './chance';
import type { DemoProfile } from './demo-state';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const PREFIXED_SINCE = Date.UTC(2023, 6, 6);

/** A value in the form of its day: bare hex before July 2023 and on old servers, with prefix and id after. */
export function valueOf(
  { profile, chance }: { readonly profile: DemoProfile; readonly chance: Chance },
  kind: TokenKind,
  id: string,
  createdAt: Instant,
): string {
  if (profile === 'server-2' || createdAt < PREFIXED_SINCE) return chance.hex(40);
  return [kind === 'project' ? 'CCIPRJ' : 'CCIPAT', base58(id), chance.hex(40)].join('_');
}

/** As many digits as an exact number holds: a division of a large number for each digit is what would take long. */
const AT_ONCE = 9;
const DIVISOR = 58n ** BigInt(AT_ONCE);

/** The UUID in base58, always 22 digits. */
export function base58(uuid: string): string {
  let number = BigInt(`0x${uuid.replaceAll('-', '')}`);
  let digits = '';
  while (number > 0n) {
    digits = someDigits(Number(number % DIVISOR)) + digits;
    number /= DIVISOR;
  }
  return digits.slice(-22).padStart(22, '1');
}

function someDigits(number: number): string {
  let digits = '';
  let rest = number;
  for (let at = 0; at < AT_ONCE; at += 1) {
    digits = (ALPHABET[rest % 58] ?? '') + digits;
    rest = Math.floor(rest / 58);
  }
  return digits;
}
