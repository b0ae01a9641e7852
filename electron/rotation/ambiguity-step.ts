import type { ApiFailure } from '../../shared/domain/api-failure';
import type { Instant } from '../../shared/domain/instant';
import type { Result } from '../../shared/result';
import type { RemoteToken } from '../circleci/client';
import { removeByRef } from './create-step';
import { need } from './needs';
import type { Row } from './row';
import type { ListedToken, RowWorld } from './row-world';
import { readFor, type SureReading } from './sure-reading';

/**
 * Finds out what came of a create whose answer was lost. Exactly one token that was not there before, made since, with the
 * label and scope asked for, is the orphan: its value is lost, so it is deleted before another is made. Anything else is for
 * a person.
 */
export async function settleAmbiguity(row: Row, world: RowWorld): Promise<Row> {
  const { list, record } = world;
  const listed = await readFor((one) => mayBeOrphan(row, world, one), list);
  if (!listed.ok) return need(row, 'unreachable', record, { failure: listed.error });
  const { tokens, presence } = listed.value;

  const [orphan, another] = tokens.filter(
    (one) => mayBeOrphan(row, world, one) && isOrphanOf(row, one, world.now()),
  );
  if (orphan?.ref === undefined || another !== undefined) {
    const isNothingMade = presence === 'absent' && tokens.every(({ ref }) => ref !== undefined);
    if (isNothingMade && row.mayCreateAnew) return record(row, { kind: 'none-made' });
    return need(row, presence === 'unsure' ? 'list-unsure' : 'create-unclear', record);
  }

  const noted = await record(row, { kind: 'orphan-found', orphan: orphan.ref });
  const removed = await removeByRef(orphan.ref, list);
  if (!removed.ok) return need(noted, 'create-unclear', record, { failure: removed.error });
  return record(noted, { kind: 'orphan-removed' });
}

/** Whether the list holds a token that may be what came of the create: `absent` only where that is certain. */
export const lookForStray = (row: Row, world: RowWorld): Promise<Result<SureReading, ApiFailure>> =>
  readFor((one) => mayBeOrphan(row, world, one), world.list);

/**
 * A token that was not there before, and that is not another row's: with the label that was asked for, or made just then.
 * A host that changes a label may also lose an answer.
 */
function mayBeOrphan(row: Row, { isMade }: RowWorld, { ref, token }: ListedToken): boolean {
  const isNew = ref === undefined || (!row.knownBefore.includes(ref) && !isMade(ref));
  return isNew && (token.label === row.askedLabel || mayBeOfItsTime(row, token));
}

/**
 * True only for what must be what was asked for: of that label and scope, and made within the hour after the wish. Where the
 * host tells no date, only while that hour lasts: later, somebody else may have made it, and a person is asked.
 */
function isOrphanOf(row: Row, { token }: ListedToken, now: Instant): boolean {
  const { askedAt } = row;
  const isDated = token.createdAt !== undefined;
  const isInTime = askedAt !== undefined && (isDated || now <= askedAt + LONGEST_CREATE_MS);
  return (
    isInTime && token.label === row.askedLabel && token.scope === row.newScope && mayBeOfItsTime(row, token)
  );
}

/** Longer than this no create is on its way, however often the host has it wait. */
const LONGEST_CREATE_MS = 3_600_000;

function mayBeOfItsTime({ askedAt }: Row, { createdAt }: RemoteToken): boolean {
  if (createdAt === undefined || askedAt === undefined) return true;
  // A host that tells whole seconds cuts off up to 999 milliseconds.
  const latest = createdAt + (createdAt % 1_000 === 0 ? 999 : 0);
  return latest >= askedAt && createdAt <= askedAt + LONGEST_CREATE_MS;
}
