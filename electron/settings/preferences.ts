import { z } from 'zod';

import { MAX_TARGETS, type DeliveryTarget } from '../../shared/domain/delivery-target';
import type { PageMemory } from '../../shared/domain/saved-view';
import { targetDraft } from '../../shared/ipc/target-schema';
import { pageMemory } from '../../shared/ipc/view-schema';

/** Where the window was: outer bounds in screen pixels, and how much its page was enlarged (1 = not at all). */
export interface WindowPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isMaximised: boolean;
  readonly zoom?: number;
}

/** All that is remembered of how a person set Rekey up. */
export interface Preferences {
  readonly window?: WindowPlace;
  readonly targets?: readonly DeliveryTarget[];
  readonly page?: PageMemory;
}

const windowPlace: z.ZodType<WindowPlace> = z.strictObject({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
  isMaximised: z.boolean(),
  zoom: z.number().min(0.8).max(2).exactOptional(),
});

const target = targetDraft.refine((draft): draft is DeliveryTarget => draft.id !== undefined);

/**
 * SECURITY X5: preferences only, every one of them listed; never a secret, and nothing that the page's own schemas would not
 * let in.
 */
export const preferences: z.ZodType<Preferences> = z.strictObject({
  window: windowPlace.exactOptional(),
  targets: z.array(target).max(MAX_TARGETS).exactOptional(),
  page: pageMemory.exactOptional(),
});
