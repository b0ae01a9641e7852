import { useEffect, useEffectEvent, useRef, useState } from 'react';

import type { LedgerEntry } from '../../shared/domain/ledger-entry';
import type { LedgerQuery, LedgerState } from '../../shared/domain/ledger-state';
import { bridge } from '../bridge';

/** Asked for at a time. */
const PAGE = 100;

interface Shown {
  readonly turn: number;
  readonly total: number;
  readonly state: LedgerState;
  readonly pages: ReadonlyMap<number, readonly LedgerEntry[]>;
}

/** The ledger as a query shows it: only what is looked at is fetched. */
export interface LedgerView {
  /** Absent until main has answered. */
  readonly shown: Pick<Shown, 'total' | 'state'> | undefined;
  /** The newest has index 0; absent until it has been fetched, which `need` asks for. */
  readonly entryAt: (index: number) => LedgerEntry | undefined;
  readonly need: (index: number) => void;
  /** Asks for everything anew. */
  readonly refresh: () => void;
}

export function useLedger({ words, group }: LedgerQuery): LedgerView {
  const [shown, setShown] = useState<Shown>();
  const turn = useRef(0);
  const asked = useRef(new Set<number>());

  const ask = async (page: number) => {
    asked.current.add(page);
    const mine = turn.current;
    const query = { words, ...(group !== undefined && { group }) };
    const reply = await bridge['ledger:page']({ ...query, from: page * PAGE, most: PAGE });
    // What was asked for in other words, or of a ledger that has grown since, is no answer any more.
    if (mine !== turn.current || !reply.ok) return;
    const { total, state, entries } = reply.value;
    setShown((before) => {
      const pages = new Map(before?.turn === mine ? before.pages : []);
      return { turn: mine, total, state, pages: pages.set(page, entries) };
    });
  };
  const refresh = () => {
    turn.current += 1;
    asked.current = new Set();
    void ask(0);
  };
  const grown = useEffectEvent(refresh);
  useEffect(() => {
    grown();
  }, [words, group]);
  useEffect(
    () =>
      bridge['on:ledger:grown'](() => {
        grown();
      }),
    [],
  );

  return {
    shown,
    entryAt: (index) => shown?.pages.get(Math.floor(index / PAGE))?.[index % PAGE],
    need: (index) => {
      const page = Math.floor(index / PAGE);
      // Of a turn whose first page is still on its way, nothing is known to be missing.
      if (shown?.turn === turn.current && !asked.current.has(page)) void ask(page);
    },
    refresh,
  };
}
