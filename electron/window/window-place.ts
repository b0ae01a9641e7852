import type { WindowPlace } from '../settings/preferences';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const WANTED: Size = { width: 1_280, height: 800 };

/** The bounds to open a window with: the remembered ones while they are on the screen, else the usual size. */
export function placeOnScreen(
  place: WindowPlace | undefined,
  screen: Size,
): Size & { x?: number; y?: number } {
  const width = Math.min(place?.width ?? WANTED.width, screen.width);
  const height = Math.min(place?.height ?? WANTED.height, screen.height);
  if (place === undefined) return { width, height };
  const isVisible =
    place.x >= 0 && place.y >= 0 && place.x + 100 < screen.width && place.y + 40 < screen.height;
  return isVisible ? { width, height, x: place.x, y: place.y } : { width, height };
}
