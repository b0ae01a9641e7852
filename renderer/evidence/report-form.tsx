import { formsOf, type ReportForm as Form } from '../../shared/domain/report-request';
import { Field } from '../design/field';
import { useApp, useRotation } from '../stores';
import { exactUtc } from '../words/date-words';
import { plain, shortened } from '../words/token-words';
import { Choice } from './choice';
import { DRAFT_KINDS, type ReportDraft } from './report-draft';
import { FormChoice } from './form-choice';
import { KIND_WORDS } from './report-words';

interface ReportFormProps {
  readonly draft: ReportDraft;
  /** The query of the inventory; empty where it shows everything. */
  readonly filter: string;
  readonly onChange: (change: Partial<ReportDraft>) => void;
  readonly forms: readonly Form[];
  readonly onForms: (forms: readonly Form[]) => void;
}

/** What is to be reported: kind, connection, time, filter, and in which forms. */
export function ReportForm({ draft, filter, onChange, forms, onForms }: ReportFormProps) {
  const connections = useApp((state) => state.connections);
  return (
    <div className="report-form">
      <Choice
        label="Report"
        value={draft.kind}
        options={DRAFT_KINDS.map((kind) => ({ value: kind, words: KIND_WORDS[kind] }))}
        onChoose={(kind) => {
          onChange({ kind });
        }}
      />
      <Choice
        label="Connection"
        value={draft.connection}
        options={[
          { value: 'all' as const, words: 'All connections' },
          ...connections.map(({ id, name, login }) => ({
            value: id,
            words: `${shortened(plain(name), 60)} (${shortened(plain(login), 40)})`,
          })),
        ]}
        onChoose={(connection) => {
          onChange({ connection });
        }}
      />
      <TimeFields draft={draft} onChange={onChange} />
      {draft.kind === 'rotation' && <RunChoice draft={draft} onChange={onChange} />}
      {draft.kind === 'review' && (
        <Choice
          label="Tokens"
          value={draft.isFiltered && filter !== '' ? 'shown' : 'all'}
          options={[
            { value: 'all' as const, words: 'Everything' },
            ...(filter === ''
              ? []
              : [
                  {
                    value: 'shown' as const,
                    words: `What the inventory shows: ${shortened(plain(filter), 80)}`,
                  },
                ]),
          ]}
          onChoose={(which) => {
            onChange({ isFiltered: which === 'shown' });
          }}
        />
      )}
      <FormChoice offered={formsOf(draft.kind)} forms={forms} onForms={onForms} />
    </div>
  );
}

type PartProps = Pick<ReportFormProps, 'draft' | 'onChange'>;

function TimeFields({ draft, onChange }: PartProps) {
  if (draft.kind === 'incident') {
    return (
      <Field
        label="Created before (UTC)"
        type="datetime-local"
        value={draft.before}
        onChange={(event) => {
          onChange({ before: event.target.value });
        }}
      />
    );
  }
  return (
    <>
      <Field
        label="From (UTC)"
        type="date"
        value={draft.from}
        onChange={(event) => {
          onChange({ from: event.target.value });
        }}
      />
      <Field
        label="To (UTC)"
        type="date"
        value={draft.to}
        onChange={(event) => {
          onChange({ to: event.target.value });
        }}
      />
    </>
  );
}

function RunChoice({ draft, onChange }: PartProps) {
  const runs = useRotation((state) => state.runs);
  const own = [...runs.values()].filter(
    ({ connection }) => draft.connection === 'all' || connection === draft.connection,
  );
  return (
    <Choice
      label="Session"
      value={draft.run}
      options={[
        { value: '', words: 'Every run that began in this time' },
        ...own.map(({ id, organisation, startedAt }) => ({
          value: id,
          words: `${shortened(plain(organisation), 60)}, begun ${exactUtc(startedAt)}`,
        })),
      ]}
      onChoose={(run) => {
        onChange({ run });
      }}
    />
  );
}
