import { assertNever } from '../../shared/assert-never';
import { settleAmbiguity } from './ambiguity-step';
import { createSuccessor, removeNoted } from './create-step';
import { stopUnlessOne } from './extra-tokens';
import type { Row } from './row';
import type { RowWorld } from './row-world';
import { deliverValue, proveDelivery, retireOld, verifyValue } from './value-steps';

/**
 * Takes a row as far as it goes without a person: to one of the two trays, or to `needs-you`; and no further than `mayLeave`
 * allows, which is asked about every step before it is done. Nothing old is ever deleted here.
 */
export async function advance(
  row: Row,
  world: RowWorld,
  mayLeave: (step: Row['step']) => boolean = () => true,
): Promise<Row> {
  let current = row;
  while (mayLeave(current.step)) {
    const next = await nextStep(current, world);
    if (next === current) return current;
    current = next;
  }
  return current;
}

function nextStep(row: Row, world: RowWorld): Promise<Row> {
  switch (row.step) {
    case 'planned':
      return createSuccessor(row, world);
    case 'creating':
      // Nobody is creating any more: the app ended, or could not write down what came of it.
      return row.newRef === undefined
        ? world.record(row, { kind: 'create-unclear' })
        : removeNoted(row, world);
    case 'ambiguous':
      return settleAmbiguity(row, world);
    case 'sealed':
      return stopUnlessOne(row, world).then((stopped) => stopped ?? verifyValue(row, world));
    case 'verified':
      return row.destinations.length === 0 ? Promise.resolve(row) : deliverValue(row, world);
    case 'delivered':
      return proveDelivery(row, world);
    case 'proved':
      return retireOld(row, world);
    case 'retiring':
    case 'deleting':
    case 'gone':
    case 'left':
    case 'needs-you':
      return Promise.resolve(row);
    default:
      return assertNever(row.step);
  }
}
