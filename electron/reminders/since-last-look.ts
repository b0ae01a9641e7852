import { isDue } from '../../shared/domain/age-policy';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { DriftReport } from '../../shared/domain/drift-report';
import type { Instant } from '../../shared/domain/instant';
import type { SinceLastLook } from '../../shared/domain/reminder';
import { standing, type Rules } from '../../shared/domain/standing';
import type { TokenRecord } from '../../shared/domain/token';
import type { Seen } from './reminder-files';

/** The inventory of one connection as it is now. */
export interface Organisation {
  readonly connection: ConnectionId;
  readonly name: string;
  readonly tokens: readonly TokenRecord[];
  readonly takenAt?: Instant;
}

export type CountsSince = (
  connection: ConnectionId,
  since: Instant,
) => Promise<DriftReport['counts'] | undefined>;

/** What changed since Rekey was last open, of the connections that it had then. */
export async function sinceLastLook(
  seen: Seen,
  organisations: readonly Organisation[],
  rules: Rules,
  now: Instant,
  countsSince: CountsSince,
): Promise<SinceLastLook> {
  let [fresh, gone, becameDue] = [0, 0, 0];
  for (const { connection, tokens, takenAt } of organisations) {
    const before = seen.looks.get(connection);
    if (before === undefined) continue;
    becameDue += tokens.filter((token) => isNewlyDue(token, rules, seen.at, now)).length;
    const counts = takenAt === before ? undefined : await countsSince(connection, before);
    if (counts === undefined) continue;
    fresh += counts.new + counts['re-created'];
    gone += counts['deleted-outside'] + counts['project-gone'] + counts['re-created'];
  }
  return { since: seen.at, fresh, gone, becameDue };
}

function isNewlyDue(token: TokenRecord, rules: Rules, then: Instant, now: Instant): boolean {
  if (token.firstSeenAt > then) return false;
  return isDue(standing(token, rules, now)) && !isDue(standing(token, rules, then));
}
