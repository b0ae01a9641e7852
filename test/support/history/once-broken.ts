import type { Schedule } from '../schedule';

/** Histories that once broke an invariant, each with what it was. */
export const ONCE_BROKEN: readonly (readonly [what: string, schedule: Schedule])[] = [
  [
    'a new token whose value was lost, but delivered, was discarded though the old one was gone',
    {
      profile: 'cloud-time',
      rows: [
        {
          pick: 11,
          to: 'tray',
          isNarrowed: false,
          hasChecklist: false,
        },
        {
          pick: 23,
          to: 'two-places',
          isNarrowed: false,
          hasChecklist: false,
        },
        {
          pick: 6,
          to: 'project-variable',
          isNarrowed: false,
          hasChecklist: false,
        },
      ],
      withOwn: false,
      answers: { isPublic: false, unknownToken: 404, statusScope: 'forbidden' },
      hasTwins: false,
      overlapHours: 0,
      faults: [
        {
          method: 'GET',
          path: '/envvar|/environment-variable',
          after: 6,
          times: 1,
          trouble: {
            kind: 'html',
          },
        },
        {
          method: 'GET',
          path: '/token$',
          after: 3,
          times: 1,
          trouble: {
            kind: 'status',
            status: 401,
          },
        },
      ],
      intrusions: [],
      lastChoices: [
        {
          deed: 0,
          withNext: false,
        },
        {
          deed: 0,
          withNext: false,
        },
        {
          deed: 43,
          withNext: false,
        },
      ],
      lives: [
        {
          writes: 27,
          lastWrite: 'kept',
          vault: 'session',
          choices: [
            {
              deed: 0,
              withNext: false,
            },
            {
              deed: 9,
              withNext: false,
            },
            {
              deed: 0,
              withNext: false,
            },
            {
              deed: 8,
              withNext: false,
            },
            {
              deed: 7,
              withNext: false,
            },
          ],
        },
        {
          writes: 3,
          lastWrite: 'kept',
          vault: 'session',
          choices: [
            {
              deed: 0,
              withNext: false,
            },
            {
              deed: 37,
              withNext: false,
            },
          ],
        },
      ],
    },
  ],
];
