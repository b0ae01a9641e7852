import { useState } from 'react';

import type { ConnectionId } from '../../shared/domain/connection-id';
import type { PeopleFailure, PeopleView, PersonFacts } from '../../shared/domain/people';
import type { Refusal } from '../../shared/ipc/contract';
import type { Result } from '../../shared/result';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { plain } from '../words/token-words';
import { AttestedToken } from './attested-token';
import { peopleFailureSentence } from './failure-words';
import { ownedWords } from './people-words';
import { useAsk } from './use-ask';

interface PersonDialogProps {
  readonly connection: ConnectionId;
  readonly person: PersonFacts;
  readonly view: PeopleView;
  readonly onChanged: () => Promise<void>;
  readonly onClose: () => void;
}

/** The names of somebody, and what they said of tokens that only they can see. */
export function PersonDialog({ connection, person, view, onChanged, onClose }: PersonDialogProps) {
  const { isBusy, problem, ask } = useAsk(peopleFailureSentence);
  const [other, setOther] = useState('');
  const names = new Set([person.name, ...person.aliases]);
  const registered = view.registered.filter(({ owner }) => owner !== undefined && names.has(owner.name));
  const act = async (call: () => Promise<Result<null, PeopleFailure> | Result<never, Refusal>>) => {
    if ((await ask(call)) !== undefined) await onChanged();
  };
  return (
    <Dialog
      title={plain(person.name)}
      subtitle={ownedWords(person)}
      onCancel={onClose}
      foot={
        <Button data-focus-first onClick={onClose}>
          Close
        </Button>
      }
    >
      {problem !== undefined && <Alert>{problem}</Alert>}
      <h3>Other names of theirs</h3>
      {person.aliases.length > 0 && (
        <ul aria-label="Other names">
          {person.aliases.map((alias) => (
            <li key={alias} className="spread">
              <bdi className="cut">{plain(alias)}</bdi>
              <Button
                look="plain"
                isBusy={isBusy}
                aria-label={`Take apart: ${plain(alias)}`}
                onClick={() => void act(() => bridge['people:unmerge']({ connection, alias }))}
              >
                Take apart
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="line">
        <select
          className="input"
          aria-label="Another name of theirs"
          value={other}
          onChange={(event) => {
            setOther(event.target.value);
          }}
        >
          <option value="">Choose another name …</option>
          {view.people
            .filter(({ name }) => name !== person.name)
            .map(({ name }) => (
              <option key={name} value={name}>
                {plain(name)}
              </option>
            ))}
        </select>
        <Button
          disabled={other === ''}
          isBusy={isBusy}
          onClick={() => {
            setOther('');
            void act(() => bridge['people:merge']({ connection, person: person.name, other }));
          }}
        >
          They are one person
        </Button>
      </div>
      <h3>Personal tokens of theirs in the register</h3>
      {registered.length === 0 && (
        <p className="quiet">
          None. CircleCI lists personal tokens to their owner only: ask them, and write down what they say in
          the register.
        </p>
      )}
      {registered.map((token) => (
        <AttestedToken
          key={token.ref}
          token={token}
          attestation={view.attestations.find(({ ref }) => ref === token.ref)}
          by={person.name}
          isBusy={isBusy}
          onAttest={(answer) =>
            void act(() =>
              bridge['people:attest']({
                connection,
                ref: token.ref,
                ...(answer !== undefined && { answer }),
              }),
            )
          }
        />
      ))}
    </Dialog>
  );
}
