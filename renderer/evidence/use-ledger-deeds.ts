import { useEffect, useState } from 'react';

import type { LedgerExport, LedgerState } from '../../shared/domain/ledger-state';
import { announce } from '../announce';
import { bridge } from '../bridge';
import { useStores } from '../stores';
import { counted } from '../words/count-words';
import { ledgerFailureSentence, verdictSentence } from './ledger-state-words';

interface LedgerDeeds {
  /** How far a verification has come, 0 to 1; absent while there is none. */
  readonly verifying: number | undefined;
  readonly verified: LedgerState | undefined;
  readonly exported: LedgerExport | undefined;
  readonly problem: string | undefined;
  readonly verify: () => void;
  readonly exportCopy: () => void;
  readonly startNew: () => void;
}

/** What can be done with the ledger as a whole, and what came of it last. `onDone`: it may stand otherwise now. */
export function useLedgerDeeds(onDone: () => void): LedgerDeeds {
  const { app } = useStores();
  const [verifying, setVerifying] = useState<number>();
  const [verified, setVerified] = useState<LedgerState>();
  const [exported, setExported] = useState<LedgerExport>();
  const [problem, setProblem] = useState<string>();
  useEffect(
    () =>
      bridge['on:ledger:verifying'](({ done }) => {
        setVerifying((before) => before && Math.max(before, done));
      }),
    [],
  );

  const begin = () => {
    setVerified(undefined);
    setExported(undefined);
    setProblem(undefined);
  };

  const verify = async () => {
    begin();
    setVerifying(Number.MIN_VALUE);
    const reply = await bridge['ledger:verify'](null);
    setVerifying(undefined);
    if (reply.ok) {
      setVerified(reply.value);
      announce(app, verdictSentence(reply.value));
    }
    onDone();
  };

  const exportCopy = async () => {
    begin();
    const reply = await bridge['ledger:export'](null);
    if (reply.ok) {
      setExported(reply.value);
      const { head, name } = reply.value;
      announce(app, `Exported ${counted(head.entries, 'entry', 'entries')} as ${name}`);
    } else if (reply.error.kind !== 'refused') setProblem(ledgerFailureSentence(reply.error));
  };

  const startNew = async () => {
    begin();
    const reply = await bridge['ledger:start-new'](null);
    if (reply.ok) announce(app, 'A new ledger was started. The one before is kept.');
    else if (reply.error.kind !== 'refused') setProblem(ledgerFailureSentence(reply.error));
    onDone();
  };

  return {
    verifying,
    verified,
    exported,
    problem,
    verify: () => void verify(),
    exportCopy: () => void exportCopy(),
    startNew: () => void startNew(),
  };
}
