import type { Discovery } from '../../electron/circleci/client';

/** What a host says of its projects, but for what a test says of it. */
export const discovered = (said: Partial<Discovery>): Discovery => ({
  projects: [],
  sources: [],
  organisations: [],
  unreadRows: [],
  versions: { v2: true, v3: true },
  ...said,
});
