import type { DemoToken } from './demo-state';
import type { SecondAdminAct } from './fault';
import type { Asked } from './route';
import { valueOf } from './token-values';

/** The tokens of a project after another administrator has acted there. Their values are known to nobody here. */
export function afterSecondAdmin(
  tokens: readonly DemoToken[],
  does: SecondAdminAct,
  { state, chance, now }: Pick<Asked, 'state' | 'chance' | 'now'>,
): readonly DemoToken[] {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined) return tokens;
  switch (does) {
    case 'create': {
      const id = chance.uuid();
      const value = valueOf({ profile: state.profile, chance }, 'project', id, now);
      return [...tokens, { ...first, id, value, createdAt: now, madeBy: 'second.admin' }];
    }
    case 'delete-last':
      return tokens.slice(0, -1);
    case 'rename-first':
      return [{ ...first, label: `${first.label} (old)` }, ...tokens.slice(1)];
  }
}
