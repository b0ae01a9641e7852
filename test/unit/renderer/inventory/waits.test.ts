import { expect, test } from 'vitest';

import { createInventoryStore } from '../../../../renderer/inventory/inventory-store';
import { holdSentence, takeHold, waitingSentence } from '../../../../renderer/inventory/waits';
import { BALANCED } from '../../../../shared/domain/age-policy';
import { heldUntil } from '../../../../shared/domain/host-hold';

const ADDRESS = 'https://circleci.com';
const NOW = Date.UTC(2026, 10, 30, 14, 0, 30);

test('a wait that a host asks for is said, with when Rekey goes on, until it is over', () => {
  const store = createInventoryStore({ policy: BALANCED, exceptions: [] }, NOW);
  const said = () => holdSentence(store.getState().holds, [ADDRESS]);
  takeHold(store, heldUntil(ADDRESS, 100_000, NOW));
  expect(said()).toBe('CircleCI asks to wait 100 s; continuing at 14:02:10 UTC');
  expect(holdSentence(store.getState().holds, ['https://other.example'])).toBeUndefined();
  takeHold(store, heldUntil(ADDRESS, undefined, NOW));
  expect(said()).toBeUndefined();
});

test('a wait of a moment is not worth a word', () => {
  expect(heldUntil(ADDRESS, 1_200, NOW)).toEqual({ address: ADDRESS });
});

test('what is waited for is named, without what could turn the text around', () => {
  expect(waitingSentence([])).toBeUndefined();
  expect(waitingSentence(['gh/acme/api', 'personal tokens'])).toBe(
    'waiting for gh/acme/api, personal tokens',
  );
});
