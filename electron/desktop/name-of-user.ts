import { userInfo } from 'node:os';

/** How this computer names whoever sits at it; a user without an entry of its own, as in some containers, by number. */
export function nameOfUser(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${String(process.getuid?.() ?? '')}`.trim();
  }
}
