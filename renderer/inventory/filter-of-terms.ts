import { foldText } from '../../shared/domain/compare-text';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { TokenFilter } from '../../shared/domain/token-filter';
import { scopesFor } from './rows/conditions';
import type { Term } from './rows/query';

/** A query as a group of tokens, and the parts of it that no such group can have. */
export interface FilterOfTerms {
  readonly filter: TokenFilter;
  readonly cannot: readonly Term[];
}

/**
 * The group of tokens that a query shows, as far as its parts ask for what tokens are: what is asked of dates, of due states
 * or of what people said changes with time, and what must not hold has no place in a group.
 */
export function filterOfTerms(
  terms: readonly Term[],
  connection: ConnectionId | 'all',
  connectionNames: ReadonlyMap<ConnectionId, string>,
): FilterOfTerms {
  let filter: TokenFilter = connection === 'all' ? {} : { connection };
  const cannot: Term[] = [];
  for (const term of terms) {
    const part = partOf(term, connectionNames);
    const [key] = Object.keys(part ?? {});
    if (part === undefined || key === undefined || Object.hasOwn(filter, key)) cannot.push(term);
    else filter = { ...filter, ...part };
  }
  return { filter, cannot };
}

function partOf(
  { key, values, isNegated }: Term,
  connectionNames: ReadonlyMap<ConnectionId, string>,
): TokenFilter | undefined {
  const [value, ...others] = values;
  if (isNegated || value === undefined) return undefined;
  if (key === 'scope') {
    const scopes = [...new Set(values.flatMap(scopesFor))];
    return scopes.length === 0 ? undefined : { scopes };
  }
  if (others.length > 0) return undefined;
  switch (key) {
    case 'kind':
      return value === 'project' || value === 'personal' ? { kind: value } : undefined;
    case 'label':
      return { label: value };
    case 'owner':
      return { owner: value === 'none' ? '' : value };
    case 'project':
      return value === 'none' ? undefined : { project: value };
    case 'connection': {
      const found = [...connectionNames].filter(([, name]) => foldText(name).includes(value));
      const [only] = found;
      return only === undefined || found.length > 1 ? undefined : { connection: only[0] };
    }
    default:
      return undefined;
  }
}
