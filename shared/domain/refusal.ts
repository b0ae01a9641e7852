import type { ApiFailure } from './api-failure';

/** A host that answers so does not have the call, whatever it means by it. */
export const isNotThere = (failure: ApiFailure): boolean =>
  failure.kind === 'forbidden' ||
  failure.kind === 'removed' ||
  failure.kind === 'not-json' ||
  failure.kind === 'unexpected-shape';

/** What a call that not every host has says where it is not to be had. The account is known by then, so 401 is no more than that. */
export const isRefusal = (failure: ApiFailure): boolean =>
  isNotThere(failure) || failure.kind === 'unauthorized';

/** The host's own API refused the call. Where it is a call that every account may make, the credential is no good. */
export const refusesAccount = (failure: ApiFailure): boolean =>
  failure.kind === 'unauthorized' || (failure.kind === 'forbidden' && failure.isPage !== true);
