import { useState } from 'react';

import {
  MAX_NAME,
  MAX_SECONDS,
  type CommandTarget,
  type DeliveryTarget,
} from '../../shared/domain/delivery-target';
import { bridge } from '../bridge';
import { Field } from '../design/field';
import { LinesField } from '../design/lines-field';
import { ChosenPath } from './chosen-path';
import { RecipePicker } from './recipe-picker';
import { TargetDialog } from './target-dialog';
import { readCommand } from './typed-target';
import { useKeepTarget } from './use-keep-target';

interface CommandDialogProps {
  /** The command to change; absent for a new one. */
  readonly command?: CommandTarget;
  readonly onKept: (kept: DeliveryTarget) => void;
  readonly onClose: () => void;
}

/** A command that gets new values on its standard input. What would run is asked by main before it is kept. */
export function CommandDialog({ command, onKept, onClose }: CommandDialogProps) {
  const [name, setName] = useState(command?.name ?? '');
  const [path, setPath] = useState(command?.executable);
  const [lines, setLines] = useState(command?.args.join('\n') ?? '');
  const [seconds, setSeconds] = useState(String(command?.timeoutSeconds ?? 30));
  const { problem, isAsking, keep } = useKeepTarget(onKept);
  return (
    <TargetDialog
      title={command === undefined ? 'Add a command' : 'Edit the command'}
      subtitle="Rekey runs it once for each new token and writes the value to its standard input. You confirm what runs before it is kept."
      problem={problem}
      isAsking={isAsking}
      onKeep={() => void keep(readCommand({ id: command?.id, name, path, lines, seconds }))}
      onClose={onClose}
    >
      <Field
        label="Name"
        hint="Plans show it by this name."
        value={name}
        maxLength={MAX_NAME}
        data-focus-first
        onChange={(event) => {
          setName(event.target.value);
        }}
      />
      <RecipePicker
        onPick={(recipe) => {
          setLines(recipe.args.join('\n'));
          if (name.trim() === '') setName(recipe.name);
        }}
      />
      <ChosenPath
        label="Program"
        hint="It gets the values of new tokens: choose one that you trust."
        button="Choose a program …"
        path={path}
        choose={() => bridge['delivery:choose-executable'](null)}
        onChoose={setPath}
      />
      <LinesField
        label="Arguments"
        hint="One a line, without quotes; empty lines are left out. {label}, {project} and {scope} stand for those of the token, never for its value."
        value={lines}
        onChange={(event) => {
          setLines(event.target.value);
        }}
      />
      <Field
        label="Time-out in seconds"
        hint="The program is ended then, and the row asks for you."
        type="number"
        min={1}
        max={MAX_SECONDS}
        value={seconds}
        onChange={(event) => {
          setSeconds(event.target.value);
        }}
      />
    </TargetDialog>
  );
}
