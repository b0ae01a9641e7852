import type { ConnectionFacts } from '../../../shared/domain/connection';
import { totalCoverage } from '../../../shared/domain/coverage';
import { Alert } from '../../design/alert';
import { useInventory } from '../../stores';
import { coverageWord } from '../../words/coverage-words';
import { plain } from '../../words/token-words';
import { CoverageSources } from './coverage-sources';
import { gapSentences, personalSentence } from './source-words';

/** What is to be known of a connection besides its projects: how much was read, its personal tokens, and sources that failed. */
export function CoverageNotes({ connection }: { readonly connection: ConnectionFacts }) {
  const coverage = useInventory((state) => state.looks.get(connection.id)?.coverage);
  const name = plain(connection.name);
  if (coverage === undefined) {
    return (
      <p className="quiet">
        <bdi>{name}</bdi>: not looked at yet.
      </p>
    );
  }
  return (
    <>
      <p>
        <strong>
          <bdi>{name}</bdi>: {coverageWord(totalCoverage([coverage]))}.
        </strong>{' '}
        <span className="quiet">{personalSentence(coverage.personal)}</span>
      </p>
      {gapSentences(coverage).map((sentence) => (
        <Alert key={sentence} tone="warning">
          {sentence}
        </Alert>
      ))}
      <CoverageSources connection={connection} coverage={coverage} />
    </>
  );
}
