import type { ElectronApplication } from 'playwright/test';

import type { Notice } from '../../shared/domain/reminder';

/** Run before the app: its notifications are written down instead of shown, and so is the badge count. */
export function noteNotifications({ app, Notification }: typeof Electron.CrossProcessExports): void {
  const shown: Electron.Notification[] = [];
  const badges: number[] = [];
  Reflect.set(globalThis, 'shownNotifications', shown);
  Reflect.set(globalThis, 'shownBadges', badges);
  Reflect.set(Notification, 'isSupported', () => true);
  Notification.prototype.show = function note(this: Electron.Notification) {
    shown.push(this);
  };
  app.setBadgeCount = (count) => badges.push(count ?? 0) > 0;
}

/** What notifications have said. */
export const notificationsOf = (app: ElectronApplication): Promise<readonly Notice[]> =>
  app.evaluate(() => {
    const shown = Reflect.get(globalThis, 'shownNotifications') as Electron.Notification[];
    return shown.map(({ title, body }) => ({ title, body }));
  });

export const badgeOf = (app: ElectronApplication): Promise<number | undefined> =>
  app.evaluate(() => (Reflect.get(globalThis, 'shownBadges') as number[]).at(-1));

/** Follows the last notification, as a person would by a click. */
export const clickNotification = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => {
    const shown = Reflect.get(globalThis, 'shownNotifications') as Electron.Notification[];
    shown.at(-1)?.emit('click');
  });
