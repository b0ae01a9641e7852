import { useEffect, useId, useState } from 'react';

import { describeFailure } from '../../shared/domain/api-failure';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { DeliveryTarget } from '../../shared/domain/delivery-target';
import {
  isSamePlace,
  VARIABLE_NAME,
  type ContextFacts,
  type Destination,
  type VariableFacts,
} from '../../shared/domain/destination';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { destinationWord } from './plan-words';

interface DestinationEditorProps {
  readonly connection: ConnectionId;
  readonly project?: ProjectSlug;
  readonly destinations: readonly Destination[];
  readonly onChange: (destinations: readonly Destination[]) => void;
}

/** Where a new value is written: variables of its project and of contexts, commands and encrypted files, any number. */
export function DestinationEditor({ connection, project, destinations, onChange }: DestinationEditorProps) {
  const { contexts, problem } = useContexts(connection);
  const [place, setPlace] = useState(project === undefined ? '' : 'project');
  const [variable, setVariable] = useState('');
  const names = useVariableNames(connection, project, place);
  const listId = useId();
  const targets = useTargets();
  const context = contexts.find(({ id }) => id === place);
  const target = targets.find(({ id }) => id === place);
  const isNamed = target !== undefined || VARIABLE_NAME.test(variable);

  const add = () => {
    const added: Destination | undefined =
      context !== undefined
        ? { kind: 'context-variable', contextId: context.id, contextName: context.name, variable }
        : place === 'project' && project !== undefined
          ? { kind: 'project-variable', project, variable }
          : target && { kind: target.kind, target: target.id, name: target.name };
    if (added === undefined || !isNamed) return;
    if (destinations.some((one) => isSamePlace(one, added))) return;
    onChange([...destinations, added]);
    setVariable('');
  };

  return (
    <div className="destinations">
      {problem !== undefined && <Alert tone="warning">{problem}</Alert>}
      {destinations.map((destination) => (
        <div key={destinationWord(destination)} className="spread">
          <span className="mono cut">{destinationWord(destination, project)}</span>
          {destination.kind !== 'this-connection' && (
            <Button
              look="plain"
              onClick={() => {
                onChange(destinations.filter((one) => one !== destination));
              }}
            >
              Remove
            </Button>
          )}
        </div>
      ))}
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
          {project === undefined && <option value="">Choose a context</option>}
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
          disabled={target !== undefined}
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
      {destinations.length === 0 && (
        <p className="quiet">Without a place, the value waits in the hand-over tray for you.</p>
      )}
    </div>
  );
}

function useContexts(connection: ConnectionId) {
  const [contexts, setContexts] = useState<readonly ContextFacts[]>([]);
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    let isOver = false;
    void bridge['delivery:contexts']({ connection }).then((listed) => {
      if (isOver) return;
      if (listed.ok) setContexts(listed.value);
      else if (listed.error.kind !== 'refused') {
        setProblem(`Contexts could not be read: this host may have none. ${describeFailure(listed.error)}`);
      }
    });
    return () => {
      isOver = true;
    };
  }, [connection]);
  return { contexts, problem };
}

function useTargets() {
  const [targets, setTargets] = useState<readonly DeliveryTarget[]>([]);
  useEffect(() => {
    let isOver = false;
    void bridge['delivery:targets'](null).then((listed) => {
      if (!isOver && listed.ok) setTargets(listed.value);
    });
    return () => {
      isOver = true;
    };
  }, []);
  return targets;
}

/** The variables that are already there: to overwrite one is the usual case. */
function useVariableNames(connection: ConnectionId, project: ProjectSlug | undefined, place: string) {
  const [names, setNames] = useState<readonly VariableFacts[]>([]);
  useEffect(() => {
    let isOver = false;
    const ask = () => {
      if (place === 'project') {
        return project === undefined
          ? undefined
          : bridge['delivery:project-variables']({ connection, project });
      }
      return place === '' || place.startsWith('to_')
        ? undefined
        : bridge['delivery:context-variables']({ connection, contextId: place });
    };
    void ask()?.then((listed) => {
      if (!isOver) setNames(listed.ok ? listed.value : []);
    });
    return () => {
      isOver = true;
    };
  }, [connection, project, place]);
  return names;
}
