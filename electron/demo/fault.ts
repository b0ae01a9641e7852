/** Seconds, a date a second from now, no header, or the header's text as it is. */
export type RetryAfter = number | 'date' | 'absent' | { readonly text: string };

/** What goes wrong with a request. Plain data, so that a failing test can print it. */
export type Trouble =
  | { readonly kind: 'rate-limit'; readonly retryAfter: RetryAfter }
  /** 503 with a wait, before anything is done. */
  | { readonly kind: 'unavailable'; readonly retryAfter: RetryAfter }
  | { readonly kind: 'status'; readonly status: number }
  /** The connection breaks before anything is done, or after it was done but before the answer. */
  | { readonly kind: 'reset'; readonly when: 'before' | 'after' }
  | { readonly kind: 'slow'; readonly milliseconds: number }
  | { readonly kind: 'never-answers' }
  /** A web page instead of data: with 200, or with a refusal. */
  | { readonly kind: 'html'; readonly status?: 403 | 404 }
  | { readonly kind: 'truncated' }
  /** Padded to so many bytes: nine megabytes where it is not said. */
  | { readonly kind: 'oversized'; readonly bytes?: number }
  /** The answer has a byte in it that is not UTF-8. */
  | { readonly kind: 'not-utf8' }
  /** The answer is followed by a blank every now and then, and never ends. */
  | { readonly kind: 'drip' }
  | { readonly kind: 'redirect'; readonly to: string }
  /** The list of followed projects has so many branches each, unless `shallow` is asked for and known to the host. */
  | { readonly kind: 'many-branches'; readonly branches: number; readonly ignoresShallow?: true }
  /** A listing that hands out the same page mark for ever. */
  | { readonly kind: 'endless-pages' }
  /** A listing that answers 200 with its first rows only, or with none: as in an outage at the VCS. */
  | { readonly kind: 'shrunk'; readonly keeps: number }
  /** A listing with one row more than there is, of whatever form. */
  | { readonly kind: 'odd-row'; readonly row: unknown }
  /** 2xx, and the token is still there. */
  | { readonly kind: 'delete-ignored' }
  /** A network in between sends the create again by itself: two are made, and the second is answered. */
  | { readonly kind: 'arrives-twice' }
  /** Another administrator does something to the same list just before, or right after, the request takes effect. */
  | { readonly kind: 'second-admin'; readonly does: SecondAdminAct; readonly when: 'before' | 'after' }
  | { readonly kind: 'scope-changed' }
  /** The answer to a create holds another value than the token has. */
  | { readonly kind: 'wrong-value' }
  | { readonly kind: 'duplicate-label' };

/** `create`: a token with the label and scope of the list's first one, which nothing but its id tells from it. */
export type SecondAdminAct = 'create' | 'delete-last' | 'rename-first';

/** Trouble for the requests of one method whose path (with its query) matches. */
export interface Fault {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** A regular expression, as text. */
  readonly path: string;
  /** How many matching requests are spared first. */
  readonly after?: number;
  /** How many are hit then; absent means all. */
  readonly times?: number;
  readonly trouble: Trouble;
}

/** Answers, request by request, with the trouble it gets. Each fault counts its own matches. */
export function openFaults(faults: readonly Fault[]): (method: string, path: string) => Trouble | undefined {
  const counters = faults.map((fault) => ({ fault, pattern: new RegExp(fault.path), seen: 0 }));
  return (method, path) => {
    let hit: Trouble | undefined;
    for (const counter of counters) {
      const { fault, pattern } = counter;
      if ((fault.method !== undefined && fault.method !== method) || !pattern.test(path)) continue;
      counter.seen += 1;
      const { after = 0, times = Number.POSITIVE_INFINITY } = fault;
      if (counter.seen > after && counter.seen <= after + times) hit ??= fault.trouble;
    }
    return hit;
  };
}
