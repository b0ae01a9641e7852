import { ok } from '../../shared/result';
import { connectionHandlers } from './connection-handlers';
import { deliveryHandlers } from './delivery-handlers';
import type { Features } from './features';
import { handOverHandlers } from './hand-over-handlers';
import { inventoryHandlers } from './inventory-handlers';
import { leakHandlers } from './leak-handlers';
import { ledgerHandlers } from './ledger-handlers';
import { linkHandlers } from './link-handlers';
import { pageHandlers } from './page-handlers';
import { policyHandlers } from './policy-handlers';
import { reminderHandlers } from './reminder-handlers';
import { reportHandlers } from './report-handlers';
import { leaverHandlers } from './leaver-handlers';
import { peopleHandlers } from './people-handlers';
import { rotationHandlers } from './rotation-handlers';
import type { Handlers } from './serve';
import { targetHandlers } from './target-handlers';

/** Every channel, and the feature it leads to. */
export function handlersFor(features: Features): Handlers {
  return {
    'app:facts': () => Promise.resolve(ok(features.facts())),
    'app:problems': async () => ok(await features.problems()),
    'app:drawn': () => {
      features.drawn();
      return Promise.resolve(ok(null));
    },
    'app:keychain': () => Promise.resolve(ok(features.keychain())),
    'app:edit-field': ({ deed }) => {
      features.editField(deed);
      return Promise.resolve(ok(null));
    },
    ...connectionHandlers(features),
    ...inventoryHandlers(features),
    ...deliveryHandlers(features),
    ...targetHandlers(features),
    ...rotationHandlers(features),
    ...handOverHandlers(features),
    ...ledgerHandlers(features),
    ...pageHandlers(features),
    ...policyHandlers(features),
    ...linkHandlers(features),
    ...leakHandlers(features),
    ...reminderHandlers(features),
    ...reportHandlers(features),
    ...peopleHandlers(features),
    ...leaverHandlers(features),
  };
}
