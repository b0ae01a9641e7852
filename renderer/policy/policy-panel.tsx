import { useMemo, useState } from 'react';

import type { AgePolicy } from '../../shared/domain/age-policy';
import { announce } from '../announce';
import { bridge } from '../bridge';
import { useCommands } from '../commands/use-commands';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { useApp, useStores } from '../stores';
import { exactUtc } from '../words/date-words';
import { fileFailureSentence } from './failure-words';
import { PolicyEditor } from './policy-editor';
import { JUDGEMENT, policySentences, shortHash } from './policy-words';

interface Editing {
  readonly from: AgePolicy;
  readonly isImported: boolean;
}

/** The policy in force, in words, and the ways to another. */
export function PolicyPanel() {
  const { app } = useStores();
  const { policy, hash, since, kept } = useApp((state) => state.policy);
  const [editing, setEditing] = useState<Editing>();
  const [problem, setProblem] = useState<string>();
  const change = () => {
    setEditing({ from: app.getState().policy.policy, isImported: false });
  };
  useCommands(
    useMemo(
      () => [
        {
          id: 'change-policy',
          title: 'Change the policy',
          section: 'Settings',
          run: () => {
            setEditing({ from: app.getState().policy.policy, isImported: false });
          },
        },
      ],
      [app],
    ),
  );
  const exportIt = async () => {
    const written = await bridge['policy:export']({ policy });
    setProblem(written.ok ? undefined : fileFailureSentence(written.error));
    if (written.ok) announce(app, `Exported ${policy.name}`);
  };
  const importOne = async () => {
    const read = await bridge['policy:import'](null);
    setProblem(read.ok ? undefined : fileFailureSentence(read.error));
    if (read.ok) setEditing({ from: read.value, isImported: true });
  };
  return (
    <section className="panel" aria-label="Policy">
      <header className="panel-head">
        <h2>
          Policy: <bdi>{policy.name}</bdi>
        </h2>
        <span className="foot-spring" />
        <Button onClick={() => void importOne()}>Import …</Button>
        <Button onClick={() => void exportIt()}>Export …</Button>
        <Button look="primary" onClick={change}>
          Change policy …
        </Button>
      </header>
      <div className="policy-body stack">
        {kept !== 'whole' && <Alert>{KEPT_WORDS[kept]}</Alert>}
        {problem !== undefined && <Alert>{problem}</Alert>}
        <ul className="policy-sentences selectable" aria-label="What it asks for">
          {policySentences(policy).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p className="quiet selectable">
          In force {since === undefined ? 'since Rekey was first started' : `since ${exactUtc(since)}`} · hash{' '}
          <span className="mono" title={hash}>
            {shortHash(hash)}
          </span>
        </p>
        <p className="quiet">{JUDGEMENT}</p>
      </div>
      {editing !== undefined && (
        <PolicyEditor
          {...editing}
          onClose={() => {
            setEditing(undefined);
          }}
        />
      )}
    </section>
  );
}

const KEPT_WORDS = {
  'set-aside':
    'What was kept of policy and exceptions could not be understood. The file was set aside beside it, under a name with a date, and Balanced is in force in its place.',
  unreadable:
    'The file of policy and exceptions cannot be read. Balanced is in force meanwhile; the file is left as it is, and nothing can be changed.',
} as const;
