import type { ApiFailure } from '../../shared/domain/api-failure';
import { ok, type Result } from '../../shared/result';
import { removeByRef } from './create-step';
import { need } from './needs';
import type { Row } from './row';
import type { ListedToken, RowWorld } from './row-world';

/**
 * Finds out what came of a create whose answer was lost. Exactly one token that was not there before, with the label and
 * scope asked for, is the orphan: its value is lost, so it is deleted before another is made. Anything else is for a person.
 */
export async function settleAmbiguity(row: Row, world: RowWorld): Promise<Row> {
  const { list, record } = world;
  const listed = await list.read();
  if (!listed.ok) return need(row, 'unreachable', record, { failure: listed.error });

  const fresh = listed.value.filter((one) => mayBeOrphan(row, world, one));
  const [orphan, another] = fresh.filter(({ token }) => token.scope === row.newScope);
  if (orphan?.ref === undefined || another !== undefined) {
    const nothingIsNew = fresh.length === 0 && listed.value.every(({ ref }) => ref !== undefined);
    if (nothingIsNew && row.mayCreateAnew) return record(row, { kind: 'none-made' });
    return need(row, 'create-unclear', record);
  }

  const noted = await record(row, { kind: 'orphan-found', orphan: orphan.ref });
  const isRemoved = await removeByRef(orphan.ref, list);
  return isRemoved ? record(noted, { kind: 'orphan-removed' }) : need(noted, 'create-unclear', record);
}

/** Whether the list holds a token that may be what came of the create. */
export async function mayHaveStray(row: Row, world: RowWorld): Promise<Result<boolean, ApiFailure>> {
  const listed = await world.list.read();
  return listed.ok ? ok(listed.value.some((one) => mayBeOrphan(row, world, one))) : listed;
}

/** A token with the label that was asked for, that was not there before, and that is not another row's. */
const mayBeOrphan = (row: Row, { isMade }: RowWorld, { ref, token }: ListedToken) =>
  token.label === row.askedLabel && (ref === undefined || (!row.knownBefore.includes(ref) && !isMade(ref)));
