import { describe, expect, test } from 'vitest';

import { canRun, refusalOf, type Command } from '../../../renderer/commands/command';
import {
  createCommandStore,
  removeCommands,
  selectCommands,
  setCommands,
} from '../../../renderer/commands/command-store';
import { rankCommands } from '../../../renderer/commands/rank-commands';
import { APP_COMMANDS } from '../../../shared/domain/app-command';

const doNothing = () => undefined;
const command = (id: string, title = id, section = 'Go'): Command => ({
  id,
  title,
  section,
  run: doNothing,
});

describe('what is typed in the palette', () => {
  const all = [
    command('1', 'Go to Inventory'),
    command('2', 'Go to Rotation'),
    command('3', 'Plan rotation', 'Tokens'),
    command('4', 'Keyboard shortcuts', 'Help'),
    command('5', 'Réveil', 'View'),
  ];
  const found = (text: string) => rankCommands(all, text).map(({ id }) => id);

  test.each<[string, readonly string[]]>([
    ['', ['1', '2', '3', '4', '5']],
    ['rotation', ['2', '3']],
    ['ROTATION plan', ['3']],
    ['rot', ['2', '3']],
    ['tokens', ['3']],
    ['inv go', ['1']],
    ['gti', ['1']],
    ['ks', ['4']],
    ['shrtcts', ['4']],
    ['board', ['4']],
    ['reveil', ['5']],
    ['delete everything', []],
    ['plan inventory', []],
  ])('“%s” finds %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('puts the word itself before its beginning, and that before a part of it', () => {
    const near = [command('part', 'Unplan'), command('begins', 'Planning'), command('same', 'Plan')];
    expect(rankCommands(near, 'plan').map(({ id }) => id)).toEqual(['same', 'begins', 'part']);
  });

  test('is nothing yet: what can run comes first', () => {
    const cannot = { ...command('cannot'), isEnabled: () => false };
    expect(rankCommands([cannot, command('can')], ' ').map(({ id }) => id)).toEqual(['can', 'cannot']);
  });
});

describe('commands', () => {
  test('are there for as long as who added them, and the last one of an id wins', () => {
    const store = createCommandStore();
    const titles = () => selectCommands(store.getState()).map(({ title }) => title);
    setCommands(store, 'app', [command('plan', 'of the app'), command('other')]);
    setCommands(store, 'section', [command('plan', 'of the section')]);
    expect(titles()).toEqual(['of the section', 'other']);
    setCommands(store, 'app', [command('plan', 'of the app anew')]);
    expect(titles()).toEqual(['of the section']);
    removeCommands(store, 'section');
    expect(titles()).toEqual(['of the app anew']);
  });

  test('are the same list while nothing was added or removed', () => {
    const store = createCommandStore();
    setCommands(store, 'app', [command('plan')]);
    const first = selectCommands(store.getState());
    store.setState({ open: 'palette' });
    expect(selectCommands(store.getState())).toBe(first);
  });

  test('can run unless they say that they cannot, and then say why', () => {
    expect(canRun(command('plan'))).toBe(true);
    const cannot = { ...command('plan', 'Plan'), isEnabled: () => false };
    expect(canRun(cannot)).toBe(false);
    expect(refusalOf(cannot)).toBe('Plan: not possible here');
    expect(refusalOf({ ...cannot, whyNot: 'Select tokens first' })).toBe('Select tokens first');
  });

  test('of the app each have an id, a title and keys of their own', () => {
    for (const values of [
      APP_COMMANDS.map(({ id }) => id),
      APP_COMMANDS.map(({ title }) => title),
      APP_COMMANDS.flatMap(({ keys }) => keys),
    ])
      expect(new Set(values).size).toBe(values.length);
  });
});
