import { useState } from 'react';

import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { plain, projectWord, scopeWord } from '../words/token-words';
import { useRotation } from '../stores';
import { DeliverDialog } from './deliver-dialog';
import { RevealDialog } from './reveal-dialog';
import { selectInTray, type RowOfRun } from './rotation-store';
import { useAct } from './row-act';
import { useCopy, useCopyCountdown } from './use-copy';

/** New values that work and wait for a person. Their old tokens live until each is handed over. */
export function HandOverTray() {
  const rows = useRotation(selectInTray);
  useCopyCountdown();
  if (rows.length === 0) return null;
  return (
    <section role="region" aria-label="Hand-over tray" className="panel">
      <header className="panel-head">
        <div>
          <h2>Hand-over tray</h2>
          <p className="quiet">
            These new values work. Each old token stays until you have stored its new value.
          </p>
        </div>
      </header>
      <ul aria-label="Values to hand over">
        {rows.map((one) => (
          <TrayLine key={one.row.id} {...one} />
        ))}
      </ul>
    </section>
  );
}

function TrayLine({ run, row }: RowOfRun) {
  const { isBusy, problem, act } = useAct();
  const [dialog, setDialog] = useState<'none' | 'reveal' | 'deliver'>('none');
  const { copy, wordFor } = useCopy();
  const copyWord = wordFor(row.id, 'value', 'Copy');
  const badgeWord = wordFor(row.id, 'badge', 'Copy badge');
  const label = plain(row.label);
  const close = () => {
    setDialog('none');
  };
  return (
    <li>
      <div className="tray-row">
        <span className="cut" title={label}>
          <bdi>{label}</bdi>
          {row.wasRevealed === true && <span className="quiet"> · was shown</span>}
        </span>
        <span>{scopeWord(row)}</span>
        <span className="mono cut" title={row.project}>
          {projectWord(row)}
        </span>
        <div className="line">
          <Button
            aria-label={`Reveal: ${label}`}
            disabled={isBusy}
            onClick={() => {
              setDialog('reveal');
            }}
          >
            Reveal
          </Button>
          <Button
            className="copy-button"
            aria-label={`${copyWord}: ${label}`}
            disabled={isBusy}
            onClick={() => void act(() => copy(row.id, 'value'))}
          >
            {copyWord}
          </Button>
          {row.newScope === 'status' && row.project !== undefined && (
            <Button
              className="copy-button"
              aria-label={`${badgeWord}: ${label}`}
              title="The new badge as Markdown, for where the old one was"
              disabled={isBusy}
              onClick={() => void act(() => copy(row.id, 'badge'))}
            >
              {badgeWord}
            </Button>
          )}
          <Button
            aria-label={`Write to a variable …: ${label}`}
            disabled={isBusy}
            onClick={() => {
              setDialog('deliver');
            }}
          >
            Write to a variable …
          </Button>
          <Button
            look="primary"
            aria-label={`I have stored it: ${label}`}
            disabled={isBusy}
            onClick={() => void act(() => bridge['handover:stored']({ row: row.id }))}
          >
            I have stored it
          </Button>
        </div>
      </div>
      {problem !== undefined && <Alert>{problem}</Alert>}
      {dialog === 'reveal' && <RevealDialog row={row} onClose={close} />}
      {dialog === 'deliver' && <DeliverDialog connection={run.connection} row={row} onClose={close} />}
    </li>
  );
}
