import type { ConsumerEntry } from '../../shared/domain/consumer';
import type { PlanRow } from '../../shared/domain/rotation-plan';
import type { ConsumerMemory } from './rotation-ports';
import type { Row } from './row';

/** Remembers what a person said of where a token is used, whatever becomes of the rotation. */
export async function rememberPlanned(rows: readonly PlanRow[], memory: ConsumerMemory): Promise<void> {
  for (const { ref, destinations, checklist } of rows) {
    await memory.remember(ref, { ...memory.of(ref), destinations: placesOf(destinations), checklist });
  }
}

/** Hands what is known of a token's consumers on to its successor. Doing it twice does no harm. */
export async function rememberSuccessor(row: Row, memory: ConsumerMemory): Promise<void> {
  if (row.newRef === undefined) return;
  const own = placesOf(row.destinations);
  // A value that was handed over by hand is still used where the old one was.
  const destinations = own.length > 0 ? own : memory.of(row.ref).destinations;
  const lastFour = row.newLastFour;
  const entry: ConsumerEntry = { destinations, checklist: row.checklist, ...(lastFour && { lastFour }) };
  await memory.remember(row.newRef, entry);
}

const placesOf = (destinations: PlanRow['destinations']) =>
  destinations.filter(({ kind }) => kind !== 'this-connection');
