import { NAME_SOURCE_WORDS } from '../../shared/domain/name-source-words';
import type { PersonFacts } from '../../shared/domain/people';
import { Button } from '../design/button';
import { plain } from '../words/token-words';
import { ownedWords } from './people-words';

interface PersonLineProps {
  readonly person: PersonFacts;
  readonly isBusy: boolean;
  readonly onDetails: () => void;
  readonly onLeaves: () => void;
}

/** Somebody, where their name comes from, and what is theirs. */
export function PersonLine({ person, isBusy, onDetails, onLeaves }: PersonLineProps) {
  const name = plain(person.name);
  return (
    <div className="person-line">
      <span className="cut" title={name}>
        <bdi>{name}</bdi> <span className="quiet">{person.aliases.map(plain).join(', ')}</span>
      </span>
      <span className="quiet cut">
        {person.sources.map((source) => NAME_SOURCE_WORDS[source]).join(', ')}
      </span>
      <span>{ownedWords(person)}</span>
      <Button aria-label={`Details: ${name}`} onClick={onDetails}>
        Details …
      </Button>
      <Button isBusy={isBusy} aria-label={`Make the checklist: ${name}`} onClick={onLeaves}>
        Make the checklist
      </Button>
    </div>
  );
}
