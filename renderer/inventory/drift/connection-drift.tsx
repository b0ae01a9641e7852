import { useState } from 'react';

import type { ConnectionFacts } from '../../../shared/domain/connection';
import type { DriftReport } from '../../../shared/domain/drift-report';
import type { Instant } from '../../../shared/domain/instant';
import type { TokenRef } from '../../../shared/domain/token-ref';
import { Alert } from '../../design/alert';
import { EmptyState } from '../../design/empty-state';
import { useNow } from '../../words/use-now';
import { plain } from '../../words/token-words';
import { DriftGroupList } from './drift-group-list';
import { driftGroups } from './drift-groups';
import { beyondSentence, summaryOf, uncheckedSentence } from './drift-words';
import { SinceChoice } from './since-choice';
import { useDrift } from './use-drift';

interface ConnectionDriftProps {
  readonly connection: ConnectionFacts;
  /** Its name, where it is not the only connection. */
  readonly isNamed: boolean;
  readonly onShow: (ref: TokenRef) => void;
}

/** What changed at one connection, since a look that a person chooses. */
export function ConnectionDrift({ connection, isNamed, onShow }: ConnectionDriftProps) {
  const [since, setSince] = useState<Instant>();
  const load = useDrift(connection.id, since);
  const name = plain(connection.name);
  return (
    <section className="drift-connection" aria-label={`Changes at ${name}`}>
      {isNamed && (
        <h2>
          <bdi>{name}</bdi>
        </h2>
      )}
      {load.phase !== 'loading' && <SinceChoice looks={load.looks} since={since} onChange={setSince} />}
      {load.phase === 'failed' && (
        <EmptyState title="Nothing to compare">
          <p className="quiet">{load.sentence}</p>
        </EmptyState>
      )}
      {load.phase === 'ready' && <Report report={load.report} onShow={onShow} />}
    </section>
  );
}

interface ReportProps {
  readonly report: DriftReport;
  readonly onShow: (ref: TokenRef) => void;
}

function Report({ report, onShow }: ReportProps) {
  const now = useNow();
  const groups = driftGroups(report);
  const unchecked = uncheckedSentence(report.unchecked);
  const beyond = beyondSentence(report);
  return (
    <>
      {groups.length > 0 && <h2 className="drift-summary">{summaryOf(report)}</h2>}
      {unchecked !== undefined && <Alert tone="warning">{unchecked}</Alert>}
      {beyond !== undefined && <Alert tone="warning">{beyond}</Alert>}
      {groups.map((group) => (
        <DriftGroupList key={group.kind} group={group} now={now} onShow={onShow} />
      ))}
      {groups.length === 0 && (
        <EmptyState title={summaryOf(report)}>
          <p className="quiet">No token came, went or changed its owner.</p>
        </EmptyState>
      )}
    </>
  );
}
