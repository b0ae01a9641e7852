import type { ConnectionId } from '../../shared/domain/connection-id';
import { isSamePlace, placeKey, type Destination } from '../../shared/domain/destination';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { PlaceForm } from './place-form';
import { destinationWord } from './plan-words';
import { useChosenTargets, useContexts, useHasVariables } from './use-delivery-places';

interface DestinationEditorProps {
  readonly connection: ConnectionId;
  readonly project?: ProjectSlug;
  readonly destinations: readonly Destination[];
  readonly onChange: (destinations: readonly Destination[]) => void;
}

/** Where a new value is written: variables of its project and of contexts, commands and encrypted files, any number. */
export function DestinationEditor({ connection, project, destinations, onChange }: DestinationEditorProps) {
  const hasVariables = useHasVariables(connection);
  const { contexts, problem } = useContexts(connection, hasVariables);
  const targets = useChosenTargets();
  const hasPlaces = hasVariables || (targets !== undefined && targets.length > 0);
  return (
    <div className="destinations">
      {problem !== undefined && <Alert tone="warning">{problem}</Alert>}
      {!hasVariables && (
        <Alert tone="warning">
          This server has no API v2, so Rekey cannot write to its variables. A value can go to a command or an
          encrypted folder of Settings, or waits in the hand-over tray.
        </Alert>
      )}
      {destinations.map((destination) => (
        <div key={placeKey(destination)} className="spread">
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
      {hasPlaces && (
        <PlaceForm
          connection={connection}
          project={hasVariables ? project : undefined}
          contexts={contexts}
          targets={targets ?? []}
          onAdd={(added) => {
            if (!destinations.some((one) => isSamePlace(one, added))) onChange([...destinations, added]);
          }}
        />
      )}
      {destinations.length === 0 && (
        <p className="quiet">Without a place, the value waits in the hand-over tray for you.</p>
      )}
    </div>
  );
}
