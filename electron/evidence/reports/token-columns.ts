import type { DueState } from '../../../shared/domain/age-policy';
import type { ReportCell, ReportColumn } from '../../../shared/domain/report';
import type { TokenRecord } from '../../../shared/domain/token';
import {
  becauseWord,
  kindName,
  OWNER_SOURCE_WORDS,
  projectName,
  scopeName,
  standingWord,
} from './report-words';

/** A token, and how it stands under the rules. */
export interface Judged {
  readonly token: TokenRecord;
  /** The name of its connection. */
  readonly organisation: string;
  readonly due: DueState;
}

/** A column, and what it says of a token. */
export interface TokenColumn extends ReportColumn {
  readonly of: (judged: Judged) => ReportCell;
}

const known = (cell: ReportCell | undefined): ReportCell => cell ?? null;

export const LABEL: TokenColumn = {
  id: 'label',
  title: 'Label',
  holds: 'text',
  of: ({ token }) => token.label,
};
export const KIND: TokenColumn = {
  id: 'kind',
  title: 'Kind',
  holds: 'text',
  of: ({ token }) => kindName(token),
};
export const SCOPE: TokenColumn = {
  id: 'scope',
  title: 'Scope',
  holds: 'text',
  of: ({ token }) => scopeName(token),
};
export const PROJECT: TokenColumn = {
  id: 'project',
  title: 'Project',
  holds: 'text',
  of: ({ token }) => projectName(token),
};
export const OWNER: TokenColumn = {
  id: 'owner',
  title: 'Owner',
  holds: 'text',
  of: ({ token }) => known(token.owner?.name),
};
export const CREATED: TokenColumn = {
  id: 'created',
  title: 'Created',
  holds: 'instant',
  isDay: true,
  of: ({ token }) => known(token.createdAt),
};
export const LAST_USED: TokenColumn = {
  id: 'last-used',
  title: 'Last used',
  holds: 'instant',
  isDay: true,
  of: ({ token }) => known(token.lastUsedAt),
};
export const EXPIRES: TokenColumn = {
  id: 'expires',
  title: 'Expires at CircleCI',
  holds: 'instant',
  isDay: true,
  of: ({ token }) => known(token.expiresAt),
};
export const FIRST_SEEN: TokenColumn = {
  id: 'first-seen',
  title: 'First seen',
  holds: 'instant',
  isDay: true,
  of: ({ token }) => token.firstSeenAt,
};
export const STANDING: TokenColumn = {
  id: 'standing',
  title: 'Standing',
  holds: 'text',
  of: ({ due }) => standingWord(due),
};
export const DUE: TokenColumn = {
  id: 'due',
  title: 'Due by policy',
  holds: 'instant',
  isDay: true,
  of: ({ due }) => ('dueAt' in due ? due.dueAt : null),
};
export const BECAUSE: TokenColumn = {
  id: 'because',
  title: 'Because of',
  holds: 'text',
  of: ({ due }) => becauseWord(due),
};
export const LAST_FOUR: TokenColumn = {
  id: 'last-four',
  title: 'Last four',
  holds: 'text',
  isDetail: true,
  of: ({ token }) => known(token.lastFour),
};
export const REF: TokenColumn = {
  id: 'ref',
  title: 'Rekey’s id',
  holds: 'text',
  isDetail: true,
  of: ({ token }) => token.ref,
};

/** What only the long table says: where a fact comes from, and names for machines. */
export const DETAILS: readonly TokenColumn[] = [
  { id: 'organisation', title: 'Connection', holds: 'text', isDetail: true, of: (one) => one.organisation },
  {
    id: 'slug',
    title: 'Project slug',
    holds: 'text',
    isDetail: true,
    of: ({ token }) => token.project ?? '–',
  },
  {
    id: 'owner-from',
    title: 'Owner according to',
    holds: 'text',
    isDetail: true,
    of: ({ token }) => (token.owner === undefined ? null : OWNER_SOURCE_WORDS[token.owner.source]),
  },
  {
    id: 'created-from',
    title: 'Created according to',
    holds: 'text',
    isDetail: true,
    of: ({ token: { createdAt, createdFrom } }) =>
      createdAt === undefined
        ? null
        : createdFrom === 'audit-log'
          ? OWNER_SOURCE_WORDS['audit-log']
          : 'CircleCI',
  },
  {
    id: 'source',
    title: 'Read from',
    holds: 'text',
    isDetail: true,
    of: ({ token }) => (token.source === 'host' ? 'CircleCI' : 'the register kept by hand'),
  },
  {
    id: 'not-seen-since',
    title: 'Not seen since',
    holds: 'instant',
    isDetail: true,
    of: ({ token }) => known(token.lastSeenAt),
  },
];

/** The columns without what fills them. */
export const plainColumns = (columns: readonly TokenColumn[]): readonly ReportColumn[] =>
  columns.map(({ of: _of, ...column }) => column);

/** The cells of one token. */
export const cellsOf = (judged: Judged, columns: readonly TokenColumn[]): readonly ReportCell[] =>
  columns.map(({ of }) => of(judged));
