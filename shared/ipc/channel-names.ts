const POLICY = [] as const;
const PEOPLE = [
  'people:view',
  'people:add',
  'people:merge',
  'people:unmerge',
  'people:attest',
  'people:import-log',
  'people:import-demo-log',
  'people:import-register',
  'people:read-keys',
  'people:stop',
  'people:owner-source',
] as const;
const LEAVERS = ['leavers:list', 'leavers:open', 'leavers:decide', 'leavers:sign-off'] as const;
const LEAKS = [] as const;
const EVIDENCE = [] as const;
const REMINDERS = [] as const;

/** The names of all calls from the page to main. The preload knows these and nothing else of the contract. */
export const CHANNELS = [
  'app:facts',
  'app:edit-field',
  'connections:list',
  'connections:connect',
  'connections:start-demo',
  'connections:forget',
  'inventory:slice',
  'inventory:sync',
  'inventory:stop',
  'inventory:retry',
  'inventory:snapshots',
  'inventory:drift',
  'register:add',
  'register:remove',
  'delivery:contexts',
  'delivery:context-variables',
  'delivery:project-variables',
  'delivery:targets',
  'delivery:choose-executable',
  'delivery:choose-folder',
  'delivery:save-target',
  'delivery:remove-target',
  'delivery:likely',
  'rotation:plan',
  'rotation:choose',
  'rotation:discard-plan',
  'rotation:confirm',
  'rotation:control',
  'rotation:runs',
  'rotation:act',
  'rotation:retry',
  'rotation:tick',
  'rotation:override',
  'rotation:keep-longer',
  'rotation:cancel-retirement',
  'rotation:delete-old',
  'rotation:stop-deleting',
  'rotation:close-run',
  'handover:reveal',
  'handover:hide',
  'handover:copy',
  'handover:copy-badge',
  'handover:deliver',
  'handover:stored',
  'page:memory',
  'page:remember',
  'views:export',
  'views:import',
  'delivery:consumers',
  'delivery:consumer-refs',
  'links:open',
  'links:open-project',
  'links:open-token',
  ...POLICY,
  ...PEOPLE,
  ...LEAVERS,
  ...LEAKS,
  ...EVIDENCE,
  ...REMINDERS,
] as const;

export type Channel = (typeof CHANNELS)[number];

/** The names of all events from main to the page. */
export const EVENTS = [
  'connections:changed',
  'inventory:batch',
  'inventory:settled',
  'rotation:run-changed',
  'handover:clipboard-cleared',
  'people:progress',
  'leavers:changed',
  'menu:command',
] as const;

export type EventName = (typeof EVENTS)[number];
