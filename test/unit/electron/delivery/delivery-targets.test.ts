import { describe, expect, test } from 'vitest';

import { openDeliveryTargets } from '../../../../electron/delivery/delivery-targets';
import { isTargetInUse } from '../../../../electron/delivery/target-in-use';
import type { NativeQuestion } from '../../../../electron/rotation/native-question';
import type { DeliveryTarget, TargetId } from '../../../../shared/domain/delivery-target';
import type { RunRow } from '../../../../shared/domain/rotation-run';
import { commandDraft, commands, folderDraft, targetIdOf } from '../../../support/delivery-targets';

interface World {
  readonly kept?: readonly DeliveryTarget[];
  readonly answer?: boolean | Promise<boolean>;
  readonly isDiskFull?: boolean;
  readonly inUse?: readonly TargetId[];
}

function setUp({ kept = [], answer = true, isDiskFull = false, inUse = [] }: World = {}) {
  let all = kept;
  let made = 0xa0;
  const asked: NativeQuestion[] = [];
  const targets = openDeliveryTargets({
    all: () => all,
    keep: (next) => {
      if (isDiskFull) return { ok: false, error: 'disk' };
      all = next;
      return { ok: true, value: null };
    },
    confirmNatively: (question) => {
      asked.push(question);
      return Promise.resolve(answer);
    },
    randomId: () => (made++).toString(16).padStart(16, '0').padEnd(32, 'f'),
    isInUse: (id) => inUse.includes(id),
  });
  return { targets, asked, kept: () => all };
}

const [first] = commands(1);
const id = targetIdOf(0);
const failure = (kind: string) => ({ ok: false, error: { kind } });

describe('a new target', () => {
  test('is asked natively, kept under an id of its own, and found by it', async () => {
    const { targets, asked, kept } = setUp();
    const saved = await targets.save(commandDraft);
    const target = { ...commandDraft, id: targetIdOf(0xa0) };
    expect(saved).toEqual({ ok: true, value: target });
    expect(asked).toEqual([{ kind: 'save-target', draft: commandDraft }]);
    expect(kept()).toEqual([target]);
    expect(targets.find(target.id)).toEqual(target);
    expect(targets.list()).toEqual([target]);
  });

  test('that was declined is not kept', async () => {
    const { targets, kept } = setUp({ answer: false });
    expect(await targets.save(commandDraft)).toEqual(failure('declined'));
    expect(kept()).toEqual([]);
  });

  test.each(['command 0', 'COMMAND 0', 'ｃommand 0'])(
    'named “%s” beside “command 0” is refused, and nobody is asked',
    async (name) => {
      const { targets, asked, kept } = setUp({ kept: commands(1) });
      expect(await targets.save({ ...folderDraft, name })).toEqual(failure('name-taken'));
      expect(asked).toEqual([]);
      expect(kept()).toEqual(commands(1));
    },
  );

  test('finds room beside 49 others, and none beside 50', async () => {
    expect(await setUp({ kept: commands(49) }).targets.save(folderDraft)).toMatchObject({ ok: true });
    const { targets, asked } = setUp({ kept: commands(50) });
    expect(await targets.save(folderDraft)).toEqual(failure('too-many'));
    expect(asked).toEqual([]);
  });

  test('that cannot be written to disk is said not to be kept', async () => {
    const { targets } = setUp({ isDiskFull: true });
    expect(await targets.save(commandDraft)).toEqual(failure('storage'));
    expect(targets.list()).toEqual([]);
  });

  test('with the name of one that is just being asked about waits its turn, and is refused', async () => {
    let answer: (isGo: boolean) => void = () => undefined;
    const { targets, asked, kept } = setUp({
      answer: new Promise((resolve) => {
        answer = resolve;
      }),
    });
    const both = Promise.all([targets.save(commandDraft), targets.save(commandDraft)]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toHaveLength(1);
    answer(true);
    expect(await both).toEqual([expect.objectContaining({ ok: true }), failure('name-taken')]);
    expect(asked).toHaveLength(1);
    expect(kept()).toHaveLength(1);
  });
});

describe('a change of a target', () => {
  test('is asked natively with the name that it had, and stays in its place', async () => {
    const { targets, asked, kept } = setUp({ kept: commands(3) });
    const draft = { ...commandDraft, id: targetIdOf(1), name: 'vault' };
    expect(await targets.save(draft)).toEqual({ ok: true, value: draft });
    expect(asked).toEqual([{ kind: 'save-target', draft, replaces: 'command 1' }]);
    expect(kept().map(({ name }) => name)).toEqual(['command 0', 'vault', 'command 2']);
  });

  test('that was declined leaves it as it was', async () => {
    const { targets, kept } = setUp({ kept: commands(1), answer: false });
    expect(await targets.save({ ...commandDraft, id })).toEqual(failure('declined'));
    expect(kept()).toEqual(commands(1));
  });

  test('may keep its own name, and is possible when the list is full', async () => {
    const { targets } = setUp({ kept: commands(50) });
    const draft = { ...commandDraft, id, name: 'command 0', args: [] };
    expect(await targets.save(draft)).toEqual({ ok: true, value: draft });
  });

  test.each([
    ['of one that is not there', { ...commandDraft, id: targetIdOf(9) }],
    ['of a command into a folder', { ...folderDraft, id }],
  ])('%s is refused, and nobody is asked', async (_what, draft) => {
    const { targets, asked } = setUp({ kept: commands(1) });
    expect(await targets.save(draft)).toEqual(failure('no-such-target'));
    expect(asked).toEqual([]);
  });
});

describe('a removal', () => {
  test('takes the one target out', async () => {
    const { targets, kept } = setUp({ kept: commands(2) });
    expect(await targets.remove(targetIdOf(1))).toEqual({ ok: true, value: null });
    expect(kept()).toEqual([first]);
  });

  test('of one that an unfinished run delivers to is refused', async () => {
    const { targets, kept } = setUp({ kept: commands(2), inUse: [id] });
    expect(await targets.remove(id)).toEqual(failure('in-use'));
    expect(kept()).toHaveLength(2);
  });

  test('of one that is not there says so', async () => {
    expect(await setUp().targets.remove(id)).toEqual(failure('no-such-target'));
  });

  test('that cannot be written to disk removes nothing', async () => {
    const { targets } = setUp({ kept: commands(1), isDiskFull: true });
    expect(await targets.remove(id)).toEqual(failure('storage'));
    expect(targets.find(id)).toEqual(first);
  });
});

describe('a target is in use', () => {
  const runWith = (step: RunRow['step'], target: TargetId) => {
    const destinations = [{ kind: 'command', target, name: 'op' }] as const;
    return { rows: [{ step, destinations } as unknown as RunRow] };
  };

  test.each(['planned', 'needs-you', 'proved', 'retiring'] as const)(
    'while a row is %s that names it',
    (step) => {
      expect(isTargetInUse([runWith('gone', id), runWith(step, id)], id)).toBe(true);
      expect(isTargetInUse([runWith(step, id)], targetIdOf(1))).toBe(false);
    },
  );

  test.each(['gone', 'left'] as const)('no longer when all rows that name it are %s', (step) => {
    expect(isTargetInUse([runWith(step, id)], id)).toBe(false);
  });
});
