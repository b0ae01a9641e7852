import { useState } from 'react';

import { foldText } from '../../shared/domain/compare-text';
import type { ConnectionFacts } from '../../shared/domain/connection';
import type { LeaverId } from '../../shared/domain/leaver';
import type { PersonFacts } from '../../shared/domain/people';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { VirtualList } from '../design/virtual-list';
import { plain } from '../words/token-words';
import { leaverFailureSentence } from './failure-words';
import { ownedWords } from './people-words';
import { useAsk } from './use-ask';
import { usePeople } from './use-people';

interface ChoosePersonDialogProps {
  readonly connection: ConnectionFacts;
  readonly onChosen: (leaver: LeaverId) => void;
  readonly onClose: () => void;
}

const keyOf = ({ name }: PersonFacts) => name;
const USUAL_HEIGHT = 45;

/** Everybody who is known, to choose from who leaves. */
export function ChoosePersonDialog({ connection, onChosen, onClose }: ChoosePersonDialogProps) {
  const { view } = usePeople(connection.id);
  const { isBusy, problem, ask } = useAsk(leaverFailureSentence);
  const [typed, setTyped] = useState('');
  const people = (view?.people ?? []).filter((person) => isCalled(person, typed));
  const open = async (person: string) => {
    const opened = await ask(() => bridge['leavers:open']({ connection: connection.id, person }));
    if (opened !== undefined) onChosen(opened.value.id);
  };
  return (
    <Dialog
      title="Choose who leaves"
      subtitle="Nothing is changed at CircleCI: a checklist is made from what is known."
      onCancel={onClose}
      foot={<Button onClick={onClose}>Cancel</Button>}
    >
      {problem !== undefined && <Alert>{problem}</Alert>}
      <Field
        label="Find somebody"
        data-focus-first
        value={typed}
        hint="Whoever is missing can be added under People, where an audit log names everybody who made a token."
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
      <VirtualList
        label="People"
        className="people-choice"
        items={people}
        keyOf={keyOf}
        usualHeight={USUAL_HEIGHT}
      >
        {(person) => (
          <div className="choice-line">
            <span className="cut">
              <bdi>{plain(person.name)}</bdi>{' '}
              <span className="quiet">{person.aliases.map(plain).join(', ')}</span>
            </span>
            <span className="quiet">{ownedWords(person)}</span>
            <Button
              isBusy={isBusy}
              aria-label={`Make the checklist: ${plain(person.name)}`}
              onClick={() => void open(person.name)}
            >
              Make the checklist
            </Button>
          </div>
        )}
      </VirtualList>
      {view !== undefined && people.length === 0 && <p className="quiet">Nobody is known by this name.</p>}
    </Dialog>
  );
}

const isCalled = ({ name, aliases }: PersonFacts, typed: string): boolean =>
  [name, ...aliases].some((one) => foldText(one).includes(foldText(typed.trim())));
