import type { LedgerHead } from '../../shared/domain/ledger-entry';
import type { HeadKeeping } from '../../shared/domain/ledger-state';
import { SecretValue } from '../credentials/secret-value';
import type { Vault, VaultKey } from '../credentials/vault';

/** The end of the ledger, kept under the keychain: whoever cuts the file off cannot cut this off with it. */
export interface SealedHead {
  /** What is kept, if anything can be read; asked of the keychain once. */
  readonly read: () => Promise<LedgerHead | undefined>;
  readonly keep: (head: LedgerHead) => Promise<void>;
  readonly state: () => HeadKeeping;
}

const KEY: VaultKey = 'app_ledger_head';
const FORM = /^(\d{1,15}) ([0-9a-f]{64})$/;

/** Where there is no keychain, that is known before anything was to be kept. */
export function openSealedHead(vault: Pick<Vault, 'get' | 'put'>, hasKeychain: () => boolean): SealedHead {
  let state: HeadKeeping = 'none-yet';
  let last: LedgerHead | undefined;
  let reading: Promise<void> | undefined;
  /** What was kept could not be told: a new end does not make up for the one that was lost. */
  let isLost = false;
  /** The keychain did not answer, and may later. */
  let isUnseen = false;

  const readOnce = async () => {
    const found = await vault.get(KEY);
    isUnseen = !found.ok && (found.error === 'no-keychain' || found.error === 'disk');
    if (!found.ok) {
      const states = { absent: 'none-yet', 'no-keychain': 'no-keychain' } as const;
      state = found.error === 'absent' || found.error === 'no-keychain' ? states[found.error] : 'unreadable';
      isLost = found.error === 'unreadable';
      return;
    }
    const [, entries, head] = FORM.exec(found.value.reveal()) ?? [];
    state = head === undefined ? 'unreadable' : 'kept';
    isLost = head === undefined;
    if (head !== undefined) last = { entries: Number(entries), head };
  };

  /** What the keychain could not tell at first, and does now: what is missing at the end must not be covered up. */
  const contradicts = async (head: LedgerHead): Promise<boolean> => {
    if (!isUnseen) return false;
    last = undefined;
    await readOnce();
    const kept = last as LedgerHead | undefined;
    if (kept === undefined) return false;
    return kept.entries > head.entries || (kept.entries === head.entries && kept.head !== head.head);
  };

  return {
    read: async () => {
      await (reading ??= readOnce());
      return last;
    },
    keep: async (head) => {
      await (reading ??= readOnce());
      // A ledger that a person begins anew may have less.
      if (head.entries > 0 && (await contradicts(head))) return;
      last = head;
      const kept = await vault.put(KEY, new SecretValue(`${String(head.entries)} ${head.head}`));
      if (kept.ok) {
        state = isLost ? 'unreadable' : 'kept';
        isUnseen = false;
      } else state = kept.error === 'no-keychain' ? 'no-keychain' : 'unwritable';
    },
    state: () => (state === 'none-yet' && !hasKeychain() ? 'no-keychain' : state),
  };
}
