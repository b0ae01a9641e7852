import { useMemo, useState } from 'react';

import type { Command } from '../commands/command';
import { useCommands } from '../commands/use-commands';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { EmptyState } from '../design/empty-state';
import { useStores } from '../stores';
import { NO_DIALOG, TargetDialogs, type OpenDialog } from './target-dialogs';
import { TargetLine } from './target-line';
import { useTargets } from './use-targets';

/** The commands and folders that plans can choose by name, and the ways to set them up. */
export function TargetsPanel() {
  const { app } = useStores();
  const { targets, problem, take, drop } = useTargets();
  const [open, setOpen] = useState<OpenDialog>(NO_DIALOG);
  const isEmpty = targets?.length === 0;
  useCommands(useMemo(() => addingCommands(setOpen), []));

  const settle = (announcement: string) => {
    setOpen(NO_DIALOG);
    app.setState({ announcement });
  };
  const addCommand = (
    <Button
      {...(isEmpty && { look: 'primary' })}
      onClick={() => {
        setOpen({ kind: 'add', what: 'command' });
      }}
    >
      Add a command
    </Button>
  );

  return (
    <section className="panel" aria-label="Places outside CircleCI">
      <header className="panel-head">
        <h2>Places outside CircleCI</h2>
        <span className="foot-spring" />
        {!isEmpty && addCommand}
        <Button
          onClick={() => {
            setOpen({ kind: 'add', what: 'age-file' });
          }}
        >
          Add an encrypted folder
        </Button>
      </header>
      {problem !== undefined && <Alert>{problem}</Alert>}
      {isEmpty && (
        <EmptyState title="No place is set up yet">
          <p className="quiet">
            A command takes new values to a password manager, a vault or another host; an encrypted folder
            keeps each in a file. Plans choose them by name.
          </p>
          {addCommand}
        </EmptyState>
      )}
      <ul>
        {targets?.map((target) => (
          <TargetLine
            key={target.id}
            target={target}
            onEdit={() => {
              setOpen({ kind: 'edit', target });
            }}
            onRemove={() => {
              setOpen({ kind: 'remove', target });
            }}
          />
        ))}
      </ul>
      <TargetDialogs
        open={open}
        onKept={(kept) => {
          take(kept);
          settle(`Kept ${kept.name}`);
        }}
        onRemoved={(removed) => {
          drop(removed.id);
          settle(`Removed ${removed.name}`);
        }}
        onClose={() => {
          setOpen(NO_DIALOG);
        }}
      />
    </section>
  );
}

const addingCommands = (open: (dialog: OpenDialog) => void): readonly Command[] => [
  {
    id: 'add-command',
    title: 'Add a command',
    section: 'Settings',
    run: () => {
      open({ kind: 'add', what: 'command' });
    },
  },
  {
    id: 'add-folder',
    title: 'Add an encrypted folder',
    section: 'Settings',
    run: () => {
      open({ kind: 'add', what: 'age-file' });
    },
  },
];
