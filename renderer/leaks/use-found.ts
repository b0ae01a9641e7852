import { useEffect, useState } from 'react';

import type { FindFailure, FolderScan, ScanProgress } from '../../shared/domain/folder-scan';
import type { FoundId, FoundToken } from '../../shared/domain/found-token';
import type { Refusal } from '../../shared/ipc/contract';
import type { Result } from '../../shared/result';
import { bridge } from '../bridge';
import { findFailureSentence, FORGOTTEN } from './found-words';

/** Where the search for a token is. Never a value: these stay in main. */
export type Finding =
  | { readonly step: 'start' }
  | { readonly step: 'reading' }
  | { readonly step: 'scanning'; readonly progress: ScanProgress }
  | { readonly step: 'listed'; readonly found: readonly FoundToken[]; readonly scan?: FolderScan };

type Answer<Value> = Promise<Result<Value, FindFailure | Refusal>>;

const START: Finding = { step: 'start' };

/** The search as a dialog sees it. What main holds is forgotten when the dialog goes. */
export function useFound() {
  const [finding, setFinding] = useState<Finding>(START);
  const [problem, setProblem] = useState<string>();
  const [chosen, setChosen] = useState<FoundId>();

  const again = (sentence?: string) => {
    setFinding(START);
    setChosen(undefined);
    setProblem(sentence);
  };

  useEffect(() => {
    const ends = [
      bridge['on:leaks:forgotten'](() => {
        setFinding(START);
        setChosen(undefined);
        setProblem(FORGOTTEN);
      }),
      bridge['on:leaks:scan-progress']((progress) => {
        setFinding((before) => (before.step === 'scanning' ? { step: 'scanning', progress } : before));
      }),
    ];
    return () => {
      for (const end of ends) end();
      void bridge['leaks:forget'](null);
    };
  }, []);

  const look = async <Value>(step: Finding, ask: () => Answer<Value>, take: (value: Value) => void) => {
    setProblem(undefined);
    setFinding(step);
    const answer = await ask();
    if (answer.ok) take(answer.value);
    else again(findFailureSentence(answer.error.kind));
  };
  const list = (found: readonly FoundToken[]) => {
    setFinding({ step: 'listed', found });
    setChosen(found.length === 1 ? found[0]?.id : undefined);
  };

  return {
    finding,
    problem,
    chosen,
    choose: setChosen,
    again: () => {
      again();
      void bridge['leaks:forget'](null);
    },
    paste: (text: string) => look({ step: 'reading' }, () => bridge['leaks:paste']({ text }), list),
    readFile: () => look({ step: 'reading' }, () => bridge['leaks:choose-file'](null), list),
    scan: () =>
      look(
        { step: 'scanning', progress: { files: 0, found: 0 } },
        () => bridge['leaks:scan'](null),
        (scan) => {
          setFinding({ step: 'listed', found: scan.found, scan });
        },
      ),
    /** Takes in what was learned of one value. */
    learned: (one: FoundToken) => {
      setFinding((before) =>
        before.step === 'listed'
          ? { ...before, found: before.found.map((other) => (other.id === one.id ? one : other)) }
          : before,
      );
    },
    forgotten: () => {
      again(FORGOTTEN);
    },
  };
}
