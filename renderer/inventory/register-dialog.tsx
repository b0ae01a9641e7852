import { useRef, useState } from 'react';

import type { ConnectionFacts } from '../../shared/domain/connection';
import { parseInstant } from '../../shared/domain/parse-instant';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { useInventory } from '../stores';
import { selectByHand } from './shown-tokens';

interface RegisterDialogProps {
  readonly connections: readonly ConnectionFacts[];
  readonly onClose: () => void;
}

const ADD_WORDS = {
  'impossible-dates':
    'A token cannot be created in the future, nor expire before it was created. Nothing was added.',
  storage: 'This could not be written to disk. Nothing was added.',
  'no-such-connection': 'This connection is no longer there. Nothing was added.',
  refused: 'This is not of the form that is expected. Nothing was added.',
} as const;

/** The register of personal tokens that the host would not list: entered by people, and taken out by them. */
export function RegisterDialog({ connections, onClose }: RegisterDialogProps) {
  const [problem, setProblem] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const entries = useInventory(selectByHand);
  const [first] = connections;

  const add = async () => {
    const typed = new FormData(form.current ?? undefined);
    const text = (name: string) => {
      const value = typed.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const [label, owner] = [text('label'), text('owner')];
    if (first === undefined || label === '' || owner === '') {
      setProblem('A label and an owner are needed. Nothing was added.');
      return;
    }
    const createdAt = parseInstant(text('created'));
    const expiresAt = parseInstant(text('expires'));
    const entry = {
      label,
      owner,
      ...(createdAt !== undefined && { createdAt }),
      ...(expiresAt !== undefined && { expiresAt }),
    };
    const added = await bridge['register:add']({ connection: first.id, entry });
    setProblem(added.ok ? undefined : ADD_WORDS[added.error.kind]);
    if (added.ok) form.current?.reset();
  };

  return (
    <Dialog
      isSmall
      title="Personal tokens kept by hand"
      subtitle="Rekey cannot see these: it shows and judges what you write here."
      onCancel={onClose}
      foot={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button look="primary" onClick={() => void add()}>
            Add
          </Button>
        </>
      }
    >
      {problem !== undefined && <Alert>{problem}</Alert>}
      <form
        ref={form}
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Field label="Label" name="label" maxLength={300} data-focus-first />
        <Field label="Owner" name="owner" maxLength={200} />
        <Field
          label="Created"
          name="created"
          type="date"
          hint="Leave empty if nobody knows: unknown age is a state of its own."
        />
        <Field label="Expires" name="expires" type="date" />
        <button type="submit" hidden />
      </form>
      {entries.length > 0 && (
        <ul aria-label="Entries">
          {entries.map((token) => (
            <li key={token.ref} className="spread">
              <span className="cut">
                <bdi>{token.label}</bdi> <span className="quiet">{token.owner?.name}</span>
              </span>
              <Button
                look="plain"
                onClick={() =>
                  void bridge['register:remove']({ connection: token.connection, ref: token.ref })
                }
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
