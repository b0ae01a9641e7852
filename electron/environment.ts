import type { Instant } from '../shared/domain/instant';
import { parseInstant } from '../shared/domain/parse-instant';

/** What tests may say from outside. A packaged app listens to none of it. */
export interface Environment {
  readonly userData?: string;
  readonly now?: Instant;
}

export function environmentOf(
  isPackaged: boolean,
  variables: Readonly<Record<string, string | undefined>>,
): Environment {
  if (isPackaged) return {};
  const userData = variables['REKEY_USER_DATA'];
  const now = parseInstant(variables['REKEY_NOW'] ?? '');
  return { ...(userData && { userData }), ...(now !== undefined && { now }) };
}
