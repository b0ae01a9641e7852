/** Switches that open a release to whoever starts it: its page, its memory or its traffic. */
const FORBIDDEN = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'js-flags',
  'wait-for-debugger-children',
  'no-sandbox',
  'ignore-certificate-errors',
  'host-resolver-rules',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-publish-uid',
] as const;

/**
 * SECURITY P3: the first forbidden switch that a packaged app was started with. A speed bump, not a wall: whoever runs
 * programs as the same user can do more.
 */
export function forbiddenSwitch(
  isPackaged: boolean,
  hasSwitch: (name: string) => boolean,
): string | undefined {
  return isPackaged ? FORBIDDEN.find(hasSwitch) : undefined;
}
