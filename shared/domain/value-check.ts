import { assertNever } from '../assert-never';
import type { ApiFailure } from './api-failure';

/**
 * Why a host’s answer to a value proves nothing. `answers-anyone`: a made-up value, or none, is answered in the same way, as
 * on a public project. `status-scope`: Status tokens are refused as unknown values are. `other-project`: the value was tried
 * at a project that may not be its own. `call-missing`: the host does not have the call. `value-gone`: it can no longer be tried.
 */
export const NOT_PROVABLE = [
  'answers-anyone',
  'status-scope',
  'other-project',
  'call-missing',
  'value-gone',
] as const;
export type NotProvable = (typeof NOT_PROVABLE)[number];

/**
 * What a host’s answer to a call made with a value proves. `works` and `refused` are proved by contrast: a made-up value of
 * the same form is answered otherwise, or in the same way. `undecided`: there was no answer to compare; ask again later.
 */
export type ValueCheck =
  | { readonly kind: 'works' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'not-provable'; readonly why: NotProvable }
  | { readonly kind: 'undecided'; readonly failure?: ApiFailure };

/** Why a value is not provable on a host, in one sentence. */
export function notProvableSentence(why: NotProvable): string {
  switch (why) {
    case 'answers-anyone':
      return 'Not provable on this host: it gives the same answer to a made-up value or to none, as it does for public projects.';
    case 'status-scope':
      return 'Not provable on this host: it refuses a Status token in the same way as a made-up value.';
    case 'other-project':
      return 'Not provable on this host: it was tried at a project that may not be its own, where a made-up value is refused in the same way.';
    case 'call-missing':
      return 'Not provable on this host: it does not have the call that a value is tried with.';
    case 'value-gone':
      return 'Not provable any more: Rekey no longer holds the value, so it cannot be tried.';
    default:
      return assertNever(why);
  }
}
