import type { App, BrowserWindow, NativeImage } from 'electron';

interface BadgePorts {
  readonly app: Pick<App, 'setBadgeCount'>;
  readonly window: () => Pick<BrowserWindow, 'setOverlayIcon'> | undefined;
  readonly platform: NodeJS.Platform;
  readonly imageOf: (
    pixels: Buffer,
    size: { readonly width: number; readonly height: number },
  ) => NativeImage;
}

const SIZE = 16;
/** Tomato, as the page's “overdue”: blue, green, red, alpha. */
const COLOUR = [0x2e, 0x54, 0xe5, 0xff] as const;

/** Says how many tokens are due where the system shows it: on the dock or launcher, or as a dot on Windows' taskbar. */
export function openBadge({ app, window, platform, imageOf }: BadgePorts): (count: number) => void {
  return (count) => {
    if (platform !== 'win32') {
      app.setBadgeCount(count);
      return;
    }
    const dot = count === 0 ? null : imageOf(dotPixels(), { width: SIZE, height: SIZE });
    window()?.setOverlayIcon(dot, count === 0 ? '' : `${String(count)} due`);
  };
}

function dotPixels(): Buffer {
  const pixels = Buffer.alloc(SIZE * SIZE * 4);
  const middle = (SIZE - 1) / 2;
  for (let y = 0; y < SIZE; y += 1)
    for (let x = 0; x < SIZE; x += 1)
      if (Math.hypot(x - middle, y - middle) <= SIZE / 2) pixels.set(COLOUR, (y * SIZE + x) * 4);
  return pixels;
}
