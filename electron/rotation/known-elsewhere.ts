import { readdir } from 'node:fs/promises';

import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Instant } from '../../shared/domain/instant';
import type { LedgerEntry } from '../../shared/domain/ledger-entry';
import type { LedgerToken } from '../../shared/domain/ledger-fact';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import { parseRowId, type RotationStep, type RowId } from '../../shared/domain/rotation-run';
import type { TokenKind } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import type { SecretValue } from '../credentials/secret-value';

/** A move of an item, as the ledger has it. */
export interface LedgerMove {
  readonly connection: ConnectionId;
  readonly at: Instant;
  readonly row: RowId;
  readonly step: RotationStep;
  readonly token: LedgerToken;
}

/** What the other files know of rotations. */
export interface KnownElsewhere {
  readonly moves: readonly LedgerMove[];
  /** The items of which the vault has a value. */
  readonly sealed: ReadonlySet<RowId>;
  readonly deletedOf: (connection: ConnectionId) => ReadonlySet<TokenRef>;
  /** The token whose value this is, where the list of own changes says that Rekey created it. */
  readonly createdWith: (
    place: { readonly connection: ConnectionId; readonly kind: TokenKind; readonly project?: ProjectSlug },
    value: SecretValue,
  ) => TokenRef | undefined;
}

/** What came of comparing: items, or values, that a person has to be shown. */
export interface Compared {
  readonly held: number;
  readonly restored: number;
  /** The journal cannot be written, so what it lost is only reported. */
  readonly lost: number;
  readonly unknownValues: number;
}

/** The moves of items that an entry of the ledger tells. */
export function moveOf({ fact, at, connection }: LedgerEntry): readonly LedgerMove[] {
  if (fact.kind !== 'row-moved' || connection === undefined) return [];
  const { row, step, token, label, project, projectName } = fact;
  return [
    {
      connection,
      at,
      row,
      step,
      token: {
        token,
        label,
        ...(project !== undefined && { project }),
        ...(projectName !== undefined && { projectName }),
      },
    },
  ];
}

/** The items of which a vault's folder has a sealed value. */
export async function sealedRows(folder: string): Promise<ReadonlySet<RowId>> {
  const names = await readdir(folder).catch(() => []);
  return new Set(names.flatMap((name) => parseRowId(name.replace(/\.sealed$/, '')) ?? []));
}
