import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { err } from '../../../../shared/result';
import { canLimitFiles, sizeOf, whileFull } from '../../../support/disk-limit';
import { by, ledgerAt, verifyText } from '../../../support/ledgers';
import { tempFolder } from '../../../support/temp-folder';
import { valueOf } from '../../../support/value-of';

const forget = (name: string) => by({ kind: 'connection-forgotten', name });

test.runIf(canLimitFiles)(
  'on a full disk nothing is half written: a decision is refused, and what nobody waits for is written when there is room again',
  async () => {
    const path = join(await tempFolder(), 'ledger.jsonl');
    const ledger = ledgerAt(path);
    valueOf(await ledger.note(forget('first')));
    await ledger.idle();
    const before = await readFile(path, 'utf8');
    // Room for a part of a line.
    const waiting = await whileFull((await sizeOf(path)) + 100, async () => {
      ledger.noteSoon(forget('soon'));
      expect(await ledger.note(forget('refused'))).toEqual(err('unwritable'));
      expect(await readFile(path, 'utf8')).toBe(before);
      expect(await ledger.idle()).toBe(false);
      return ledger.state(await ledger.look()).waiting;
    });
    expect(waiting).toBe(1);
    valueOf(await ledger.note(forget('last')));
    expect(await ledger.idle()).toBe(true);
    const { entries } = valueOf(verifyText(await readFile(path, 'utf8')));
    expect(entries.map(({ fact }) => 'name' in fact && fact.name)).toEqual(['first', 'soon', 'last']);
  },
);
