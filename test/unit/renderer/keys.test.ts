import { describe, expect, test } from 'vitest';

import {
  capsOf,
  hasMod,
  matches,
  platformOf,
  type Platform,
  type Press,
} from '../../../renderer/commands/keys';

/** A press written like `ctrl+shift Z`, with the place on the keyboard where it matters. */
function pressed(written: string, code = ''): Press {
  const [held = '', key = ''] = written.split(' ');
  const has = (name: string) => held.split('+').includes(name);
  return {
    key,
    code,
    ctrlKey: has('ctrl'),
    metaKey: has('meta'),
    shiftKey: has('shift'),
    altKey: has('alt'),
  };
}

test.each<[string, string, Platform, boolean]>([
  ['Mod+K', 'ctrl k', 'other', true],
  ['Mod+K', 'ctrl K', 'other', true],
  ['Mod+K', 'meta k', 'mac', true],
  ['Mod+K', 'ctrl k', 'mac', false],
  ['Mod+K', 'meta k', 'other', false],
  ['Mod+K', '- k', 'other', false],
  ['Mod+K', 'ctrl+shift K', 'other', false],
  ['Mod+K', 'ctrl+alt k', 'other', false],
  ['Mod+Shift+Z', 'ctrl+shift Z', 'other', true],
  ['Mod+Shift+Z', 'ctrl z', 'other', false],
  ['Ctrl+Y', 'ctrl y', 'mac', true],
  ['Ctrl+Y', 'meta y', 'mac', false],
  ['Mod+1', 'ctrl 1', 'other', true],
  ['Mod+,', 'ctrl ,', 'other', true],
  ['?', 'shift ?', 'other', true],
  ['?', '- ?', 'other', true],
  ['?', 'ctrl+shift ?', 'other', false],
  ['/', 'shift /', 'other', true],
  ['Escape', '- Escape', 'other', true],
  ['Escape', 'shift Escape', 'other', false],
])('%s is pressed by “%s” on %s: %s', (keys, press, platform, expected) => {
  expect(matches(keys, pressed(press), platform)).toBe(expected);
});

describe('a keyboard of another script', () => {
  test('has its letters where those of the Latin one are', () => {
    expect(matches('Mod+K', pressed('ctrl л', 'KeyK'), 'other')).toBe(true);
    expect(matches('Mod+K', pressed('ctrl д', 'KeyL'), 'other')).toBe(false);
  });

  test('of Latin letters in other places goes by the letter', () => {
    expect(matches('Mod+Z', pressed('ctrl y', 'KeyZ'), 'other')).toBe(false);
  });
});

test('a field keeps what has neither Mod nor Ctrl in it', () => {
  expect(['Mod+K', 'Ctrl+Y', '?', 'Shift+A', 'Escape'].map(hasMod)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('keys are shown as they stand on the computer', () => {
  expect(capsOf('Mod+Shift+Z', 'other')).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(capsOf('Mod+Shift+Z', 'mac')).toEqual(['⌘', '⇧', 'Z']);
  expect(capsOf('?', 'mac')).toEqual(['?']);
});

test('a Mac is known by what its browser says', () => {
  expect(platformOf('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)')).toBe('mac');
  expect(platformOf('Mozilla/5.0 (X11; Linux x86_64)')).toBe('other');
});
