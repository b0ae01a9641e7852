import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';

import { announce } from '../../../renderer/announce';
import type { AppState } from '../../../renderer/app-store';

test('the same words twice are a change each time, which nobody hears', () => {
  const app = createStore<AppState>()(() => ({ announcement: '' }) as AppState);
  const said: string[] = [];
  app.subscribe(({ announcement }) => said.push(announcement));
  for (const words of ['Undone: filter', 'Undone: filter', 'Undone: filter']) announce(app, words);
  expect(new Set(said.map((words) => words.trim()))).toEqual(new Set(['Undone: filter']));
  expect(said.every((words, index) => words !== said[index - 1])).toBe(true);
});
