import { describeFailure } from '../../../shared/domain/api-failure';
import type { Coverage } from '../../../shared/domain/coverage';
import { PERSONAL_LIST, type CoverageDecision } from '../../../shared/domain/coverage-decision';
import { RETIRED_BECAUSE, sourceLabel } from '../../../shared/domain/coverage-gap-words';
import { isCovered, type SyncSource } from '../../../shared/domain/sync-source';
import { exactUtc } from '../../words/date-words';

interface Choice {
  readonly label: string;
  readonly decision: CoverageDecision;
}

/** One source as Coverage shows it. */
export interface SourceLine {
  readonly key: string;
  readonly name: string;
  readonly state: string;
  readonly lastAnswer: string;
  readonly isFine: boolean;
  readonly choices: readonly Choice[];
}

/** The sources of a connection: those that need a person first. */
export function sourceLines(coverage: Coverage): readonly SourceLine[] {
  const sources = coverage.sources ?? [];
  const lines = [...personalLines(coverage), ...sources.map((source) => lineOf(source, sources))];
  return lines.toSorted((a, b) => Number(a.isFine) - Number(b.isFine));
}

function lineOf(source: SyncSource, sources: readonly SyncSource[]): SourceLine {
  const { key, state, lastAnsweredAt } = source;
  return {
    key,
    name: sourceLabel(source),
    state: stateWords(source, sources),
    lastAnswer: lastAnsweredAt === undefined ? 'never answered' : `last answered ${exactUtc(lastAnsweredAt)}`,
    isFine: state.kind === 'answered' || (state.kind === 'retired' && isCovered(source, sources)),
    choices: choicesOf(source, sources),
  };
}

function stateWords(source: SyncSource, sources: readonly SyncSource[]): string {
  const { state, rows } = source;
  switch (state.kind) {
    case 'answered':
      return 'Answered';
    case 'emptied':
      return `Empty; it had ${String(rows)} before`;
    case 'not-asked':
      return 'Not asked in the last sync';
    case 'failed':
      return describeFailure(state.failure);
    case 'retired': {
      const since = `Retired ${exactUtc(state.at)}: ${RETIRED_BECAUSE[state.why]}`;
      return isCovered(source, sources) ? since : `${since}. No other source covers the same`;
    }
  }
}

function choicesOf(source: SyncSource, sources: readonly SyncSource[]): readonly Choice[] {
  const { key, of, kind, state } = source;
  if (state.kind === 'answered' || state.kind === 'retired') return [];
  const isSilent =
    of !== undefined &&
    kind !== 'repositories' &&
    sources.every((one) => one.of !== of || one.state.kind !== 'answered');
  return [
    ...(state.kind === 'emptied'
      ? [
          {
            label: 'Accept the empty list…',
            decision: { kind: 'accept-empty-source' as const, subject: key },
          },
        ]
      : []),
    { label: 'Retire this source…', decision: { kind: 'retire-source', subject: key } },
    ...(isSilent
      ? [{ label: 'Organisation is gone…', decision: { kind: 'organisation-gone' as const, subject: of } }]
      : []),
  ];
}

function personalLines({ personal }: Coverage): readonly SourceLine[] {
  if (personal.kind !== 'unreachable' && personal.kind !== 'in-doubt') return [];
  const retire: Choice = {
    label: 'Retire this source…',
    decision: { kind: 'retire-source', subject: PERSONAL_LIST },
  };
  const accept: Choice = {
    label: 'Accept the empty list…',
    decision: { kind: 'accept-empty-list', subject: PERSONAL_LIST },
  };
  return [
    {
      key: PERSONAL_LIST,
      name: 'personal tokens',
      state:
        personal.kind === 'in-doubt' ? 'Empty, though there were tokens' : describeFailure(personal.failure),
      lastAnswer: '',
      isFine: false,
      choices: personal.kind === 'in-doubt' ? [accept, retire] : [retire],
    },
  ];
}
