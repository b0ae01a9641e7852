import type { AccountsView } from '../../shared/domain/accounts';
import { counted } from '../words/count-words';
import { exactUtc } from '../words/date-words';
import { plain, shortened } from '../words/token-words';

const MOST_NAMED = 3;
const MOST_OF_A_NAME = 40;

/** What was read of accounts, and when. */
export function accountsStanding(accounts: AccountsView | undefined): string {
  if (accounts === undefined) return 'accounts were not read';
  if (!accounts.isListed) return 'this host lists no accounts';
  return `${counted(accounts.count, 'account')} read ${exactUtc(accounts.readAt)}`;
}

/** The accounts that nobody has judged yet: the first by name, and how many more there are. */
export function offered({ accounts }: AccountsView): {
  readonly names: readonly string[];
  readonly more: number;
} {
  const open = accounts.filter(({ verdict }) => verdict === undefined);
  const names = open.slice(0, MOST_NAMED).map(({ name }) => shortened(plain(name), MOST_OF_A_NAME));
  return { names, more: open.length - names.length };
}
