import type { CircleCiClient } from '../../electron/circleci/client';

/** A client that can do what the test gives it, and fails loudly at anything else. */
export function clientWith(said: Partial<CircleCiClient>): CircleCiClient {
  return new Proxy(said, {
    get: (target, name): unknown =>
      Reflect.get(target, name) ??
      (() => {
        throw new Error(`the test did not expect a call of ${String(name)}`);
      }),
  }) as CircleCiClient;
}
