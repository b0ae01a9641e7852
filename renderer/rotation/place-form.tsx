import { useId, useState } from 'react';

import type { ConnectionId } from '../../shared/domain/connection-id';
import type { DeliveryTarget } from '../../shared/domain/delivery-target';
import { VARIABLE_NAME, type ContextFacts, type Destination } from '../../shared/domain/destination';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import { Button } from '../design/button';
import { useVariableNames } from './use-delivery-places';

interface PlaceFormProps {
  readonly connection: ConnectionId;
  /** Absent where no variable of a project can be written. */
  readonly project: ProjectSlug | undefined;
  readonly contexts: readonly ContextFacts[];
  readonly targets: readonly DeliveryTarget[];
  readonly onAdd: (added: Destination) => void;
}

/** Chooses one place, and names the variable where it is one. */
export function PlaceForm({ connection, project, contexts, targets, onAdd }: PlaceFormProps) {
  const [place, setPlace] = useState(project === undefined ? '' : 'project');
  const [variable, setVariable] = useState('');
  const names = useVariableNames(connection, project, place);
  const listId = useId();
  const context = contexts.find(({ id }) => id === place);
  const target = targets.find(({ id }) => id === place);
  const isNamed = target !== undefined || VARIABLE_NAME.test(variable);

  const chosen = (): Destination | undefined => {
    if (target !== undefined) return { kind: target.kind, target: target.id, name: target.name };
    if (context !== undefined)
      return { kind: 'context-variable', contextId: context.id, contextName: context.name, variable };
    return project === undefined ? undefined : { kind: 'project-variable', project, variable };
  };
  const add = () => {
    const added = chosen();
    if (added === undefined || !isNamed || place === '') return;
    onAdd(added);
    setVariable('');
  };

  return (
    <form
      className="destination-form"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <select
        className="input"
        aria-label="Place"
        value={place}
        onChange={(event) => {
          setPlace(event.target.value);
        }}
      >
        {project === undefined && <option value="">Choose a place</option>}
        {project !== undefined && <option value="project">Project variable</option>}
        {contexts.map(({ id, name }) => (
          <option key={id} value={id}>
            Context {name}
          </option>
        ))}
        {targets.map(({ id, kind, name }) => (
          <option key={id} value={id}>
            {kind === 'command' ? 'Command' : 'Encrypted file in'} {name}
          </option>
        ))}
      </select>
      <input
        className="input mono"
        disabled={target !== undefined || place === ''}
        aria-label="Variable"
        placeholder="VARIABLE_NAME"
        list={listId}
        value={variable}
        spellCheck={false}
        onChange={(event) => {
          setVariable(event.target.value);
        }}
      />
      <datalist id={listId}>
        {names.map(({ name, lastCharacters }) => (
          <option key={name} value={name}>
            {lastCharacters === undefined ? name : `${name} (… ${lastCharacters})`}
          </option>
        ))}
      </datalist>
      <Button type="submit" disabled={!isNamed || place === ''}>
        Add
      </Button>
    </form>
  );
}
