import { describe, expect, test } from 'vitest';

import { argumentsFor } from '../../../../electron/delivery/command-arguments';
import { COMMAND_RECIPES } from '../../../../shared/domain/command-recipe';
import { targetDraft } from '../../../../shared/ipc/target-schema';

test('there is one recipe of each id', () => {
  expect(COMMAND_RECIPES.map(({ id }) => id)).toEqual(['op', 'vault', 'gh', 'kubectl']);
});

describe.each(COMMAND_RECIPES)('the recipe $id', ({ name, program, args, note }) => {
  test('fits what may be set up', () => {
    const draft = { kind: 'command', name, executable: `/usr/bin/${program}`, args, timeoutSeconds: 30 };
    expect(targetDraft.safeParse(draft).success).toBe(true);
  });

  test('says what a person has to change, and what running it twice does', () => {
    expect(note).toMatch(/in place of/);
    expect(note).toMatch(/Running it twice is harmless/);
  });

  test.each(['deploy', '--help', '-rf', '$(id)'])('is run for the label %j too', (label) => {
    const filled = argumentsFor({ executable: `/usr/bin/${program}`, args }, { label, scope: 'all' });
    expect(filled?.map((arg) => arg.startsWith('-'))).toEqual(args.map((arg) => arg.startsWith('-')));
  });
});
