/** Where hosts have, or had, the account's own personal tokens; the first is the one that was seen in use. */
export const PERSONAL_PATHS = ['/api/v1/user/token', '/api/v1.1/user/token'] as const;
