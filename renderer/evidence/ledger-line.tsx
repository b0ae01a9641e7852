import { useEffect } from 'react';

import type { LedgerEntry } from '../../shared/domain/ledger-entry';
import { factWords } from '../../shared/domain/ledger-words';
import { countWord } from '../words/count-words';
import { exactUtc } from '../words/date-words';
import { plain } from '../words/token-words';

interface LedgerLineProps {
  readonly entry: LedgerEntry | undefined;
  /** The name that the entry's connection has now. */
  readonly connection: string | undefined;
  /** Called where the entry has to be fetched. */
  readonly onMissing: () => void;
}

/** One entry: its number, when, who, where, and what was done. */
export function LedgerLine({ entry, connection, onMissing }: LedgerLineProps) {
  const isMissing = entry === undefined;
  useEffect(() => {
    if (isMissing) onMissing();
  });
  if (entry === undefined) return <div className="ledger-line quiet">…</div>;
  return (
    <div className="ledger-line selectable">
      <span className="quiet ledger-number">{countWord(entry.number)}</span>
      <time dateTime={new Date(entry.at).toISOString()} className="quiet">
        {exactUtc(entry.at)}
      </time>
      <span className="ledger-words">{plain(factWords(entry.fact))}</span>
      <span className="quiet ledger-who">{whoWord(entry, connection)}</span>
    </div>
  );
}

function whoWord({ actor, connection: id }: LedgerEntry, connection: string | undefined): string {
  const who = [actor?.login, actor?.osUser].filter((name) => name !== undefined).join(' / ');
  const where = id === undefined ? '' : (connection ?? 'a connection that was forgotten');
  return plain([who === '' ? 'not written down who' : who, where].filter(Boolean).join(' · '));
}
