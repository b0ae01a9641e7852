import type { Instant } from '../../shared/domain/instant';
import { useInventory } from '../stores';

/** The present moment, as main announced it last: with each event that matters, and each minute. */
export const useNow = (): Instant => useInventory((state) => state.now);
