import type { Notification } from 'electron';

import type { Notice } from '../../shared/domain/reminder';

/** The part of Electron's class that is needed. */
export interface Notifications {
  readonly isSupported: () => boolean;
  new (options: Notice): Pick<Notification, 'on' | 'show'>;
}

/** Shows notifications of the system's own; `clicked` hears of a person who follows one. */
export function openNotifier(SystemNotification: Notifications, clicked: () => void) {
  // One that nobody holds is collected, and its click with it.
  const shown = new Set<object>();
  return {
    isSupported: () => SystemNotification.isSupported(),
    show: ({ title, body }: Notice) => {
      const notification = new SystemNotification({ title, body });
      shown.add(notification);
      notification.on('click', () => {
        shown.delete(notification);
        clicked();
      });
      notification.on('close', () => shown.delete(notification));
      notification.show();
    },
  };
}
