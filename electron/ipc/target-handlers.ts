import { pathOfTarget } from '../../shared/domain/delivery-target';
import { err, ok } from '../../shared/result';
import type { Features } from './features';
import type { Handlers } from './serve';

type Channels =
  | 'delivery:targets'
  | 'delivery:choose-executable'
  | 'delivery:choose-folder'
  | 'delivery:save-target'
  | 'delivery:remove-target';

type Needed = Pick<Features, 'targets' | 'chooseExecutable' | 'chooseFolder'>;

export function targetHandlers(features: Needed): Pick<Handlers, Channels> {
  const { targets, chooseExecutable, chooseFolder } = features;
  // The page never names a file: a path is one that a person chose in main's own dialog, or the one that is kept already.
  const chosen = new Set<string>();
  const note = (path: string | undefined) => {
    if (path === undefined) return ok(null);
    chosen.add(path);
    return ok({ path });
  };

  return {
    'delivery:targets': () => Promise.resolve(ok(targets.list())),
    'delivery:choose-executable': async () => note(await chooseExecutable()),
    'delivery:choose-folder': async () => note(await chooseFolder()),
    'delivery:save-target': (draft) => {
      const path = pathOfTarget(draft);
      const before = draft.id && targets.find(draft.id);
      const isKnown = chosen.has(path) || (before !== undefined && pathOfTarget(before) === path);
      return isKnown ? targets.save(draft) : Promise.resolve(err({ kind: 'not-chosen' }));
    },
    'delivery:remove-target': ({ target }) => targets.remove(target),
  };
}
