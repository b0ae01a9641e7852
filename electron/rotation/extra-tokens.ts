import type { RotationStep } from '../../shared/domain/rotation-run';
import { need } from './needs';
import type { Row } from './row';
import type { ListedToken, RowWorld } from './row-world';
import { readForRef } from './sure-reading';
import { isExtra, unexplained } from './whose-token';

/**
 * Reads the list after a create: it must show the new token, and no other of its label and scope that came with it. A network
 * may send a create twice. Nothing where that is so.
 */
export async function stopUnlessOne(row: Row, world: RowWorld): Promise<Row | undefined> {
  const { record } = world;
  if (row.newRef === undefined) return undefined;
  const listed = await readForRef(row.newRef, world.list);
  if (!listed.ok) return need(row, 'unreachable', record, { failure: listed.error });
  const { presence, tokens } = listed.value;
  if (presence !== 'present') return need(row, presence === 'unsure' ? 'list-unsure' : 'new-missing', record);
  return stopOnExtra(row, world, tokens);
}

/** Stops a row while the list shows a token of which nobody knows whether it came of this row's create. */
export async function stopOnExtra(
  row: Row,
  world: RowWorld,
  listed: readonly ListedToken[],
  from: RotationStep = row.step,
): Promise<Row | undefined> {
  const tokens = listed
    .filter((one) => isExtra(row, world, one, listed))
    .flatMap((one) => unexplained(one) ?? []);
  if (tokens.length === 0) return undefined;
  const noted = await world.record(row, { kind: 'unexplained-found', tokens });
  return need(noted, 'extra-found', world.record, { from });
}
