import type { ConnectionId } from '../../shared/domain/connection-id';
import { eachOnce } from '../../shared/domain/each-once';
import type { FoundMatch } from '../../shared/domain/found-token';
import type { TokenKind, TokenRecord } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import type { RemoteToken } from '../circleci/client';
import type { SecretValue } from '../credentials/secret-value';
import { idInValue } from './id-in-value';
import type { TokenNames } from './token-names';
import { refOf, type TokenPlace } from './token-refs';

/** The inventory of one connection, with the secrets that its tokens are told apart by. */
export interface MatchSource {
  readonly connection: ConnectionId;
  /** The host's address. */
  readonly host: string;
  readonly names?: TokenNames;
  readonly tokens: readonly TokenRecord[];
  readonly credential: SecretValue;
  readonly hashKey: SecretValue;
}

const NO_ROW = { label: '', scope: 'other' } as const;

/**
 * Tells which tokens of some inventories a value may be, by its keyed hash, by the id that it carries, or by its last four.
 * The first that tells ends the search: hints are given only where nothing is certain.
 */
export function matchValues(
  sources: readonly MatchSource[],
  lastFourOf: (token: TokenRecord) => string | undefined,
): (value: SecretValue, kind: TokenKind | undefined) => readonly FoundMatch[] {
  const byEnd = new Map<string, { readonly token: TokenRecord; readonly source: MatchSource }[]>();
  for (const source of sources) {
    for (const token of source.tokens) {
      const end = lastFourOf(token);
      if (end !== undefined) byEnd.set(end, [...(byEnd.get(end) ?? []), { token, source }]);
    }
  }
  const indexed = sources.map((source) => ({ source, ...indexOf(source) }));

  return (value, kind) => {
    const isOfKind = (token: TokenRecord) => kind === undefined || token.kind === kind;
    const alike = (byEnd.get(value.lastFour ?? '') ?? []).filter(({ token }) => isOfKind(token));
    const byHash = alike.filter(
      ({ token, source }) => nameOf(source, placeOf(token), { ...NO_ROW, value }) === token.ref,
    );
    const own = sources.filter(({ credential }) => credential.equals(value)).flatMap(onlyOwn);
    const same = [...byHash.map(({ token }) => token), ...own];
    if (same.length > 0) return same.slice(0, 1).map((token) => ({ token, by: 'value' }));

    const id = idInValue(value);
    for (const { source, places, byRef } of id === undefined ? [] : indexed) {
      for (const place of places) {
        const ref = nameOf(source, place, { ...NO_ROW, id: id ?? '' });
        const token = ref && byRef.get(ref);
        if (token !== undefined && isOfKind(token)) return [{ token, by: 'id' }];
      }
    }
    return eachOnce(alike.map(({ token }) => token)).map((token) => ({ token, by: 'last-four' }));
  };
}

/** The listed token that the connection works with, where there is no doubt which it is. */
function onlyOwn({ tokens }: MatchSource): readonly TokenRecord[] {
  const own = tokens.filter(({ ownCredential }) => ownCredential === true);
  return own.length === 1 ? own : [];
}

function indexOf({ tokens }: MatchSource) {
  const places = new Map<string, Place>();
  const byRef = new Map<TokenRef, TokenRecord>();
  for (const token of tokens) {
    places.set(`${token.kind} ${token.project ?? ''}`, placeOf(token));
    byRef.set(token.ref, token);
  }
  return { places: [...places.values()], byRef };
}

type Place = Omit<TokenPlace, 'host'>;

const placeOf = ({ connection, kind, project }: TokenRecord): Place => ({ connection, kind, project });

const nameOf = ({ host, names, hashKey }: MatchSource, place: Place, row: RemoteToken) =>
  (names?.of ?? refOf)({ host, ...place }, row, hashKey);
