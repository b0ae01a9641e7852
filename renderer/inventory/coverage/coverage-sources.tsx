import { useState } from 'react';

import type { ConnectionFacts } from '../../../shared/domain/connection';
import type { Coverage } from '../../../shared/domain/coverage';
import type { CoverageDecision } from '../../../shared/domain/coverage-decision';
import { Alert } from '../../design/alert';
import { Button } from '../../design/button';
import { counted } from '../../words/count-words';
import { plain } from '../../words/token-words';
import { decideCoverage } from './decide';
import { sourceLines, type SourceLine } from './source-lines';

interface CoverageSourcesProps {
  readonly connection: Pick<ConnectionFacts, 'id' | 'name'>;
  readonly coverage: Coverage;
}

/** Every source that a sync rests on, when each last answered, and what a person may decide of those that did not. */
export function CoverageSources({ connection, coverage }: CoverageSourcesProps) {
  const [problem, setProblem] = useState<string>();
  const lines = sourceLines(coverage);
  const open = lines.filter(({ isFine }) => !isFine).length;
  if (lines.length === 0) return null;
  const decide = async (decision: CoverageDecision) => {
    setProblem(await decideCoverage(connection.id, decision));
  };
  return (
    <details className="coverage-sources" open={open > 0 || undefined}>
      <summary>
        {counted(lines.length, 'source')}
        {open > 0 ? `, ${String(open)} not answering` : ', all accounted for'}
      </summary>
      {problem !== undefined && <Alert>{problem}</Alert>}
      <ul aria-label={`Sources of ${plain(connection.name)}`}>
        {lines.map((line) => (
          <SourceItem key={line.key} line={line} onDecide={(decision) => void decide(decision)} />
        ))}
      </ul>
    </details>
  );
}

interface SourceItemProps {
  readonly line: SourceLine;
  readonly onDecide: (decision: CoverageDecision) => void;
}

function SourceItem({ line, onDecide }: SourceItemProps) {
  return (
    <li className="coverage-source">
      <bdi>{plain(line.name)}</bdi>
      <span className={line.isFine ? 'quiet' : ''}>{line.state}</span>
      <span className="quiet">{line.lastAnswer}</span>
      <span className="line">
        {line.choices.map(({ label, decision }) => (
          <Button
            key={decision.kind}
            look="plain"
            aria-label={`${label} ${plain(line.name)}`}
            onClick={() => {
              onDecide(decision);
            }}
          >
            {label}
          </Button>
        ))}
      </span>
    </li>
  );
}
