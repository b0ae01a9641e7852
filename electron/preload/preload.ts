import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';

import { CHANNELS, EVENTS, type EventName } from '../../shared/ipc/channel-names';

// SECURITY S20: each function closes over its own channel, so that the page never gets to name one.
const calls = CHANNELS.map((channel) => [
  channel,
  (argument: unknown) => ipcRenderer.invoke(channel, argument),
]);
const listeners = EVENTS.map((event) => [
  `on:${event}`,
  (heard: (payload: unknown) => void) => listen(event, heard),
]);

/** Hands the page the payload only, never the event, and a way to stop listening. */
function listen(event: EventName, heard: (payload: unknown) => void): () => void {
  const wrapped = (_event: IpcRendererEvent, payload: unknown) => {
    heard(payload);
  };
  ipcRenderer.on(event, wrapped);
  return () => {
    ipcRenderer.off(event, wrapped);
  };
}

contextBridge.exposeInMainWorld('bridge', Object.fromEntries([...calls, ...listeners]));
