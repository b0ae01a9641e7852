import { z } from 'zod';

import type { CheckoutKey } from '../../shared/domain/checkout-key';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import { decodeWith } from '../../shared/ipc/decode';
import type { Api } from './api';
import type { CircleCiClient } from './client';
import { readPages } from './pages';
import { readV2Mark } from './page-marks';
import { isRefusal } from '../../shared/domain/refusal';
import { slugPath } from './slug';
import { instant, known, listOf, text } from './wire';
import { err, ok } from '../../shared/result';

const row = z.object({
  ...{ fingerprint: text, type: text, login: text },
  ...{ created_at: instant, 'created-at': instant, time: instant },
});

const decodeRows = decodeWith(listOf(row));

const readRows = (raw: unknown, project: ProjectSlug): readonly CheckoutKey[] | undefined =>
  decodeRows(raw)?.flatMap(({ fingerprint, type, login, time, ...dates }) => {
    if (fingerprint === undefined) return [];
    const createdAt = dates.created_at ?? dates['created-at'] ?? time;
    const kind = type?.includes('user') === true ? ('user' as const) : ('deploy' as const);
    return [{ project, kind, fingerprint, ...known({ login, createdAt }) }];
  });

/** The checkout keys of a project, by API v2; where the host has none of it, by v1.1. */
export function checkoutKeyCalls(api: Api): Pick<CircleCiClient, 'listCheckoutKeys'> {
  return {
    listCheckoutKeys: async (project, signal) => {
      const path = `/api/v2/project/${slugPath(project)}/checkout-key`;
      const listed = await readPages<CheckoutKey>(
        async (mark) => {
          const marked = mark === undefined ? path : `${path}?page-token=${encodeURIComponent(mark)}`;
          const answer = await api.read(marked, { signal });
          if (!answer.ok) return answer;
          const rows = readRows(answer.value, project);
          const next = readV2Mark(answer.value);
          return rows === undefined
            ? err({ kind: 'unexpected-shape' })
            : ok({ rows, ...(next !== undefined && { next }) });
        },
        ({ fingerprint }) => fingerprint,
      );
      if (listed.ok || !isRefusal(listed.error)) return listed;
      const older = `/api/v1.1/project/${slugPath(project)}/checkout-key`;
      return api.readAs(older, (raw) => readRows(raw, project), { signal });
    },
  };
}
