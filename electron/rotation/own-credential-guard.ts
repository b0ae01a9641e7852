import type { DeliveryFailure } from '../../shared/domain/delivery';
import { ok, type Result } from '../../shared/result';
import { need } from './needs';
import type { Row } from './row';
import type { ListedToken, RowWorld } from './row-world';

type Listed = readonly ListedToken[];

/**
 * Stops a row whose old token is, or may be, what the connection works with: Rekey would delete the ground it stands on.
 * A row of Rekey's own token goes on only when the connection is proved to work with the new one.
 */
export async function stopOnOwnGround(row: Row, world: RowWorld, listed: Listed): Promise<Row | undefined> {
  if (row.kind !== 'personal') return undefined;
  if (row.isOwn !== true)
    return mayBeOwn(listed, row.ref) ? need(row, 'own-in-use', world.record) : undefined;
  const proved = await worksWithNew(
    row,
    world,
    () => mayBeOwn(listed, row.newRef) && !mayBeOwn(listed, row.ref),
  );
  if (!proved.ok) return need(row, 'delivery-unproved', world.record, { failure: proved.error });
  return proved.value ? undefined : need(row, 'delivery-unproved', world.record, { from: 'verified' });
}

/** False only where it is certain that the connection does not work with the new token of a row. */
export async function mayWorkWithNew(row: Row, world: RowWorld, listed: Listed): Promise<boolean> {
  if (row.kind !== 'personal') return false;
  const works = await worksWithNew(row, world, () => mayBeOwn(listed, row.newRef));
  return !works.ok || works.value;
}

/** Asks with the value itself; where that is lost, `byList` judges from what the list tells of the connection's token. */
async function worksWithNew(
  row: Row,
  { vault, sinkFor }: RowWorld,
  byList: () => boolean,
): Promise<Result<boolean, DeliveryFailure>> {
  const kept = await vault.get(row.id);
  if (!kept.ok) return ok(byList());
  return sinkFor({ kind: 'this-connection' }).prove(kept.value, { kind: 'switched' });
}

const mayBeOwn = (listed: Listed, ref: Row['newRef']): boolean =>
  ref !== undefined && listed.some((token) => token.ref === ref && token.mayBeOwn);
