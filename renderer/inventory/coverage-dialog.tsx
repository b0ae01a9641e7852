import { describeFailure } from '../../shared/domain/api-failure';
import type { ConnectionFacts } from '../../shared/domain/connection';
import type { DiscoverySource, ProjectCoverage } from '../../shared/domain/coverage';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { useInventory } from '../stores';
import { counted } from '../words/count-words';
import { projectWord } from '../words/token-words';

interface CoverageDialogProps {
  readonly connections: readonly ConnectionFacts[];
  readonly onClose: () => void;
}

/** Which projects were not read, and why; and who named them. */
export function CoverageDialog({ connections, onClose }: CoverageDialogProps) {
  return (
    <Dialog
      title="Coverage"
      subtitle="What Rekey could read, and what it could not."
      onCancel={onClose}
      foot={
        <Button data-focus-first onClick={onClose}>
          Close
        </Button>
      }
    >
      {connections.map((connection) => (
        <ConnectionCoverage key={connection.id} connection={connection} />
      ))}
    </Dialog>
  );
}

function ConnectionCoverage({ connection }: { readonly connection: ConnectionFacts }) {
  const coverage = useInventory((state) => state.looks.get(connection.id)?.coverage);
  if (coverage === undefined) return <p className="quiet">{connection.name}: not looked at yet.</p>;
  const { projects, failedSources, personal } = coverage;
  const unread = projects.filter(({ outcome }) => outcome.kind !== 'read');
  return (
    <section className="stack" aria-label={connection.name}>
      <h3>
        {connection.name}: {counted(projects.length - unread.length, 'project')} of {projects.length} read
      </h3>
      <p className="quiet">
        {personal.kind === 'read' &&
          'Personal tokens of this account were read. Those of other people cannot be seen by anybody else.'}
        {personal.kind === 'by-hand' &&
          'This host does not list personal tokens: those shown were entered by hand.'}
        {personal.kind === 'pending' && 'Personal tokens were not read yet.'}
        {personal.kind === 'unreachable' &&
          `Personal tokens could not be read. ${describeFailure(personal.failure)}`}
      </p>
      {failedSources.map(({ source, failure }) => (
        <p key={source}>
          {SOURCE_WORDS[source]} did not answer, so projects may be missing. {describeFailure(failure)}
        </p>
      ))}
      {unread.length > 0 && (
        <ul aria-label="Projects that were not read">
          {unread.map((project) => (
            <li key={project.project} className="coverage-row">
              <span className="mono cut selectable" title={project.project}>
                {projectWord({
                  project: project.project,
                  ...(project.name && { projectName: project.name }),
                })}
              </span>
              <span className="quiet">{outcomeWord(project)}</span>
              <span className="quiet">
                named by {project.reportedBy.map((source) => SOURCE_WORDS[source]).join(', ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function outcomeWord({ outcome }: ProjectCoverage): string {
  if (outcome.kind === 'read') return counted(outcome.tokens, 'token');
  if (outcome.kind === 'pending') return 'Not read yet.';
  return describeFailure(outcome.failure);
}

const SOURCE_WORDS: Readonly<Record<DiscoverySource, string>> = {
  'v3-projects': 'the v3 project list',
  'private-projects': 'the organisation’s project list',
  followed: 'followed projects',
  'v1.1-projects': 'the v1.1 project list',
  insights: 'insights',
  pipelines: 'recent pipelines',
  repositories: 'repositories',
};
