import { useEffect, useState } from 'react';

import type { AccountsFailure } from '../../shared/domain/accounts';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { ImportFailure, ImportReport, LogImported } from '../../shared/domain/import-report';
import { bridge } from '../bridge';
import { importFailureSentence } from './failure-words';
import { useAsk } from './use-ask';

/** What an import brought: of an audit log, with what came of it, or of a register. */
export type Imported =
  | { readonly kind: 'log'; readonly log: LogImported }
  | { readonly kind: 'register'; readonly report: ImportReport };

/** The imports of a connection: one at a time, with how far it has come, and what the last one brought. */
export function useImports(connection: ConnectionId, refresh: () => Promise<void>) {
  const { isBusy, problem, ask } = useAsk<ImportFailure | AccountsFailure>(importFailureSentence);
  const [result, setResult] = useState<Imported>();
  const [fraction, setFraction] = useState(0);
  useEffect(
    () =>
      bridge['on:people:progress']((heard) => {
        setFraction(heard.fraction);
      }),
    [],
  );
  const take = async (asked: Promise<Imported | undefined>) => {
    setFraction(0);
    const imported = await asked;
    if (imported !== undefined) setResult(imported);
    await refresh();
  };
  const ofLog = async (call: 'people:import-log' | 'people:import-demo-log') => {
    const read = await ask(() => bridge[call]({ connection }));
    return read && { kind: 'log' as const, log: read.value };
  };
  const ofRegister = async () => {
    const read = await ask(() => bridge['people:import-register']({ connection }));
    return read && { kind: 'register' as const, report: read.value };
  };
  const ofKeys = async () => {
    await ask(() => bridge['people:read-keys']({ connection }));
    return undefined;
  };
  const ofAccounts = async () => {
    await ask(() => bridge['people:read-accounts']({ connection }));
    return undefined;
  };
  return {
    isBusy,
    problem,
    result,
    fraction,
    closeResult: () => {
      setResult(undefined);
    },
    importLog: () => void take(ofLog('people:import-log')),
    importDemoLog: () => void take(ofLog('people:import-demo-log')),
    importRegister: () => void take(ofRegister()),
    readKeys: () => void take(ofKeys()),
    readAccounts: () => void take(ofAccounts()),
    stop: () => void bridge['people:stop'](null),
  };
}
