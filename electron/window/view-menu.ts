import type { MenuItemConstructorOptions } from 'electron';

/** Larger, smaller, or as it comes. */
export type Zoom = 'in' | 'out' | 'reset';

interface ViewFacts {
  readonly isPackaged: boolean;
  readonly zoom: (to: Zoom) => void;
}

/** How the page is shown. SECURITY P2: only an unpackaged app can reload or inspect it. */
export function viewMenu(
  { isPackaged, zoom }: ViewFacts,
  commands: readonly MenuItemConstructorOptions[],
): MenuItemConstructorOptions {
  const zooming = (label: string, to: Zoom, key: string): MenuItemConstructorOptions => ({
    id: `zoom-${to}`,
    label,
    accelerator: `CommandOrControl+${key}`,
    click: () => {
      zoom(to);
    },
  });
  return {
    label: 'View',
    submenu: [
      ...commands,
      { type: 'separator' },
      zooming('Actual size', 'reset', '0'),
      zooming('Zoom in', 'in', 'Plus'),
      // The plus of most keyboards needs Shift; people press the key without.
      { ...zooming('Zoom in', 'in', '='), id: 'zoom-in-unshifted', visible: false },
      zooming('Zoom out', 'out', '-'),
      { type: 'separator' },
      { role: 'togglefullscreen' },
      ...(isPackaged ? [] : developing),
    ],
  };
}

// Not Electron's own key for it, which is the page's for Refresh.
const developing: readonly MenuItemConstructorOptions[] = [
  { type: 'separator' },
  { role: 'reload', accelerator: 'CommandOrControl+Alt+R' },
  { role: 'toggleDevTools' },
];
