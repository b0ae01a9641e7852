import type { Bridge } from '../shared/ipc/bridge';

declare global {
  interface Window {
    readonly bridge: Bridge;
  }
}

/** The one door to main. */
export const bridge: Bridge = window.bridge;
