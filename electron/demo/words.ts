/** What a company of some eighty people calls its things. */
export const REPOSITORIES = [
  'api',
  'web',
  'mobile',
  'billing',
  'auth',
  'search',
  'mailer',
  'reports',
  'checkout',
  'catalog',
  'inventory',
  'pricing',
  'gateway',
  'scheduler',
  'notifier',
  'importer',
  'exporter',
  'admin',
  'docs',
  'design-system',
  'analytics',
  'events',
  'payments',
  'ledger',
  'webhooks',
  'sdk-js',
  'sdk-go',
  'sdk-ruby',
  'cli',
  'infra',
  'terraform',
  'charts',
  'images',
  'status-page',
  'sandbox',
  'playground',
  'legacy-monolith',
  'data-lake',
  'etl',
  'feature-flags',
] as const;

export const TEAMS = ['', '-service', '-worker', '-client', '-tools'] as const;

export const LABELS = {
  all: [
    'deploy bot',
    'release-please',
    'terraform',
    'renovate',
    'pipeline trigger',
    'nightly rebuild',
    'ops console',
  ],
  'view-builds': ['artifact pull', 'test insights', 'coverage upload', 'build dashboard', 'slack notifier'],
  status: ['status badge', 'readme badge', 'wall display', 'uptime page'],
} as const;

export const PEOPLE = [
  'm.roy',
  'a.chen',
  'j.okafor',
  's.lindqvist',
  'p.novak',
  'd.haddad',
  'k.tanaka',
] as const;

/** Somebody whose repositories the account works on: no token, key or log names them. */
export const COLLEAGUE = 'e.marsh';

/** People whose names still stand in labels. */
export const LEAVERS = ['t.weber', 'r.silva', 'n.kovacs'] as const;

/** Labels that every list meets sooner or later. */
export const ODD_LABELS = [
  '🚀 ship it',
  'مفتاح النشر',
  '=HYPERLINK("http://example.invalid","click")',
  '<img src=x onerror=alert(1)>',
  `a label that somebody pasted a whole ticket into: ${'lorem ipsum '.repeat(24)}`,
] as const;

export const CONTEXTS = ['deploys', 'release', 'staging', 'badges'] as const;
