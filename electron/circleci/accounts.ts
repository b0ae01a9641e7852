import { ok } from '../../shared/result';
import { readOrganisations } from './account-rows';
import type { Api } from './api';
import type { CircleCiClient } from './client';
import { canonicalSlug } from './slug';

/** The accounts that the connection's own one works with, by API v2: one row for each address that an account has. */
export function accountCalls(api: Api): Pick<CircleCiClient, 'listAccounts'> {
  return {
    listAccounts: async (signal) => {
      const answer = await api.readAs('/api/v2/me/collaborations', readOrganisations, { signal });
      if (!answer.ok) return answer;
      return ok(
        answer.value.flatMap(({ id, name, slug }) =>
          name === slug || name === id
            ? []
            : [{ name, ...(slug !== undefined && { slug: canonicalSlug(slug) }) }],
        ),
      );
    },
  };
}
