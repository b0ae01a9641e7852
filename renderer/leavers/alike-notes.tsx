import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Alias } from '../../shared/domain/people';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { plain } from '../words/token-words';
import { peopleFailureSentence } from './failure-words';
import { useAsk } from './use-ask';

const MOST_SHOWN = 3;

interface AlikeNotesProps {
  readonly connection: ConnectionId;
  readonly alike: readonly Alias[];
  readonly onMerged: () => Promise<void>;
}

/** Names so alike that they may be one person's. Rekey never says so by itself. */
export function AlikeNotes({ connection, alike, onMerged }: AlikeNotesProps) {
  const { isBusy, problem, ask } = useAsk(peopleFailureSentence);
  const merge = async ({ person, alias: other }: Alias) => {
    if ((await ask(() => bridge['people:merge']({ connection, person, other }))) !== undefined)
      await onMerged();
  };
  return (
    <>
      {problem !== undefined && <Alert>{problem}</Alert>}
      {alike.slice(0, MOST_SHOWN).map((pair) => (
        <Alert key={`${pair.person} ${pair.alias}`} tone="warning">
          <span className="line">
            <span>
              “<bdi>{plain(pair.person)}</bdi>” and “<bdi>{plain(pair.alias)}</bdi>” may be one person.
            </span>
            <Button
              isBusy={isBusy}
              aria-label={`They are one person: ${plain(pair.person)} and ${plain(pair.alias)}`}
              onClick={() => void merge(pair)}
            >
              They are one person
            </Button>
          </span>
        </Alert>
      ))}
    </>
  );
}
