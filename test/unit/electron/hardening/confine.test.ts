import { expect, test } from 'vitest';

import { confine } from '../../../../electron/hardening/confine';

type Heard = (...given: unknown[]) => unknown;

/** A page as it is right after it came to be. */
function newPage() {
  const heard = new Map<string, Heard>();
  let openWindow: Heard = () => undefined;
  const contents = {
    on: (name: string, listener: Heard) => heard.set(name, listener),
    setWindowOpenHandler: (handler: Heard) => {
      openWindow = handler;
    },
  };
  confine({
    on: (_name: string, created: Heard) => created({}, contents),
  } as never);
  const isStopped = (name: string) => {
    let stopped = false;
    heard.get(name)?.({ preventDefault: () => (stopped = true) });
    return stopped;
  };
  return { isStopped, openWindow };
}

test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
  'SECURITY S13: %s is stopped on every page',
  (name) => {
    expect(newPage().isStopped(name)).toBe(true);
  },
);

test('SECURITY S12: no guest page is attached', () => {
  expect(newPage().isStopped('will-attach-webview')).toBe(true);
});

test('SECURITY S14: no second window is opened', () => {
  expect(newPage().openWindow({ url: 'https://example.com/' })).toEqual({ action: 'deny' });
});
