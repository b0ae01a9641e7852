import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Instant } from '../../shared/domain/instant';
import type { RegisterEntry } from '../../shared/domain/inventory';
import type { TokenRecord } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import { ok, type Result } from '../../shared/result';
import type { PersonalRegister } from './personal-register';
import type { Snapshot } from './snapshots';
import { withRegister } from './with-register';

/** Changes of the register kept by hand, which the inventory shows at once. */
export interface RegisterEdits {
  readonly addByHand: (
    connection: ConnectionId,
    entry: RegisterEntry,
  ) => Promise<Result<TokenRecord, 'storage'>>;
  /** All of them, or none where they cannot be kept. */
  readonly addAllByHand: (
    connection: ConnectionId,
    entries: readonly RegisterEntry[],
  ) => Promise<Result<null, 'storage'>>;
  readonly removeByHand: (
    connection: ConnectionId,
    ref: TokenRef,
  ) => Promise<Result<null, 'no-such-entry' | 'storage'>>;
}

interface RegisterEditsDeps {
  readonly register: PersonalRegister;
  readonly edit: (connection: ConnectionId, change: (last: Snapshot) => Snapshot) => Promise<void>;
  readonly recordOf: (ref: TokenRef) => TokenRecord | undefined;
  readonly now: () => Instant;
}

export function registerEdits({ register, edit, recordOf, now }: RegisterEditsDeps): RegisterEdits {
  const append = (connection: ConnectionId, added: readonly TokenRecord[]) =>
    edit(connection, (last) => ({ ...last, tokens: [...last.tokens, ...added] }));

  const drop = (connection: ConnectionId, ref: TokenRef) =>
    edit(connection, (last) => {
      const rest = { ...last, tokens: last.tokens.filter((token) => token.ref !== ref) };
      return withRegister(last, rest, register.entriesOf(connection));
    });

  return {
    addByHand: async (connection, entry) => {
      const added = await register.add(connection, entry, now());
      if (added.ok) await append(connection, [added.value]);
      return added;
    },
    addAllByHand: async (connection, entries) => {
      const added = await register.addAll(connection, entries, now());
      if (!added.ok) return added;
      await append(connection, added.value);
      return ok(null);
    },
    removeByHand: async (connection, ref) => {
      const removed = await register.remove(connection, ref);
      // An entry whose file was lost stands in the inventory only.
      const isLost = !removed.ok && removed.error === 'no-such-entry' && recordOf(ref)?.source === 'by-hand';
      if (!removed.ok && !isLost) return removed;
      await drop(connection, ref);
      return ok(null);
    },
  };
}
