import type { DemoProject } from './demo-state';
import { numberIn, somebody } from './maker';
import { json, message, projectAt, type Asked, type Reply, type Route } from './route';

const PROJECT = String.raw`project/([^/]+)/([^/]+)/([^/]+)/checkout-key`;

/** Every project has a deploy key, one in three a user key besides: of one in four of those nobody tells whose it is. */
function keysOf({ id, organisation }: DemoProject) {
  if (organisation.host === 'circleci') return [];
  const number = numberIn(id);
  const print = (last: string) => `SHA256:${id.replaceAll('-', '')}${last}`;
  const created = '2025-03-01T09:00:00.000Z';
  const key = { preferred: true, 'public-key': 'ssh-ed25519 demo', 'created-at': created, time: created };
  return [
    { ...key, type: 'deploy-key', fingerprint: print('d') },
    ...(number % 3 === 0
      ? [
          {
            ...key,
            type: 'github-user-key',
            fingerprint: print('u'),
            ...(number % 4 !== 0 && { login: somebody(id) }),
          },
        ]
      : []),
  ];
}

function answer(asked: Asked, form: (keys: readonly unknown[]) => unknown): Reply {
  const project = projectAt(asked.state, asked.parts);
  if (project === undefined) return message(404, 'Project not found');
  return project.isForbidden ? message(403, 'Permission denied') : json(200, form(keysOf(project)));
}

/** The keys as v1.1 lists them, which every CircleCI has. */
export const legacyKeyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: new RegExp(`^/api/v1\\.1/${PROJECT}$`),
    answer: (asked) => answer(asked, (items) => items),
  },
];

/** The keys as v2 lists them. */
export const checkoutKeyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: new RegExp(`^/api/v2/${PROJECT}$`),
    answer: (asked) => answer(asked, (items) => ({ items, next_page_token: null })),
  },
];
