import { useState } from 'react';

import { MAX_NAME, type AgeFileTarget, type DeliveryTarget } from '../../shared/domain/delivery-target';
import { bridge } from '../bridge';
import { Field } from '../design/field';
import { LinesField } from '../design/lines-field';
import { ChosenPath } from './chosen-path';
import { TargetDialog } from './target-dialog';
import { readFolder } from './typed-target';
import { useKeepTarget } from './use-keep-target';

interface FolderDialogProps {
  /** The folder to change; absent for a new one. */
  readonly folder?: AgeFileTarget;
  readonly onKept: (kept: DeliveryTarget) => void;
  readonly onClose: () => void;
}

/** A folder that gets one encrypted file for each new value. Where it writes is asked by main before it is kept. */
export function FolderDialog({ folder, onKept, onClose }: FolderDialogProps) {
  const [name, setName] = useState(folder?.name ?? '');
  const [path, setPath] = useState(folder?.folder);
  const [lines, setLines] = useState(folder?.recipients.join('\n') ?? '');
  const { problem, isAsking, keep } = useKeepTarget(onKept);
  return (
    <TargetDialog
      title={folder === undefined ? 'Add an encrypted folder' : 'Edit the encrypted folder'}
      subtitle="Each new value becomes a file of its own that only these recipients can read. You confirm both before they are kept."
      problem={problem}
      isAsking={isAsking}
      onKeep={() => void keep(readFolder({ id: folder?.id, name, path, lines }))}
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
      <ChosenPath
        label="Folder"
        hint="Files that are in it already are left alone."
        button="Choose a folder …"
        path={path}
        choose={() => bridge['delivery:choose-folder'](null)}
        onChoose={setPath}
      />
      <LinesField
        label="Recipients"
        hint="Public keys of age, one a line; each begins with age1. Rekey never needs a secret key, and cannot read the files again."
        value={lines}
        onChange={(event) => {
          setLines(event.target.value);
        }}
      />
    </TargetDialog>
  );
}
