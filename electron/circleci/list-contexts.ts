import type { ApiFailure } from '../../shared/domain/api-failure';
import type { ContextFacts } from '../../shared/domain/destination';
import { err, ok, type Result } from '../../shared/result';
import type { Organisation } from './account-rows';
import { isRefusal } from '../../shared/domain/refusal';

/** The contexts of one owner, of which the query says who it is. */
type ListOf = (query: string) => Promise<Result<readonly ContextFacts[], ApiFailure>>;

/**
 * The contexts of all organisations. Those of one are of use even where another's are refused; where an organisation has no
 * id it may never have come to CircleCI, and a refusal says so.
 */
export async function listContexts(
  organisations: readonly Organisation[],
  ownerType: 'organization' | 'account',
  listOf: ListOf,
): Promise<Result<readonly ContextFacts[], ApiFailure>> {
  const contexts = new Map<string, ContextFacts>();
  let failure: ApiFailure | undefined;
  for (const { id, slug } of organisations) {
    const query = ownerQuery(id, slug, ownerType);
    if (query === undefined) continue;
    const listed = await listOf(query);
    if (listed.ok) for (const context of listed.value) contexts.set(context.id, context);
    else if (id !== undefined || !saysNone(listed.error)) failure = listed.error;
  }
  return failure !== undefined && contexts.size === 0 ? err(failure) : ok([...contexts.values()]);
}

const saysNone = (failure: ApiFailure): boolean => isRefusal(failure) || failure.kind === 'rejected';

function ownerQuery(id: string | undefined, slug: string | undefined, type: string): string | undefined {
  if (id !== undefined) return `owner-id=${encodeURIComponent(id)}`;
  return slug === undefined ? undefined : `owner-slug=${encodeURIComponent(slug)}&owner-type=${type}`;
}
