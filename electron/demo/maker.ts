import type { DemoToken } from './demo-state';
import { LEAVERS, PEOPLE } from './words';

const EVERYBODY: readonly string[] = [...PEOPLE, ...LEAVERS];

/** Somebody of the organisation, the same for the same id. */
export const somebody = (id: string): string => EVERYBODY[numberIn(id) % EVERYBODY.length] ?? '';

/** A number that looks like chance, the same for the same id. */
export const numberIn = (id: string): number => Number.parseInt(id.slice(0, 6), 16);

/** Who made a token: who is named in its label, or somebody. */
export function makerOf({ id, label, madeBy }: DemoToken): string {
  return madeBy ?? EVERYBODY.find((name) => label.includes(name)) ?? somebody(id);
}
