import { ok } from '../../shared/result';
import type { Features } from './features';
import type { Handlers } from './serve';

type Channels =
  | 'rotation:plan'
  | 'rotation:choose'
  | 'rotation:discard-plan'
  | 'rotation:confirm'
  | 'rotation:control'
  | 'rotation:runs'
  | 'rotation:act'
  | 'rotation:delete-old'
  | 'rotation:close-run';

export function rotationHandlers({ rotation }: Features): Pick<Handlers, Channels> {
  return {
    'rotation:plan': ({ connection, refs }) => rotation.plan(connection, refs),
    'rotation:choose': ({ plan, ...choice }) => Promise.resolve(rotation.choose(plan, choice)),
    'rotation:discard-plan': ({ plan }) => {
      rotation.discardPlan(plan);
      return Promise.resolve(ok(null));
    },
    'rotation:confirm': ({ plan, hash, typed }) => rotation.confirm(plan, hash, typed),
    'rotation:control': ({ run, to }) => Promise.resolve(rotation.control(run, to)),
    'rotation:runs': () => Promise.resolve(ok(rotation.runs())),
    'rotation:act': ({ row, action }) => rotation.act(row, action),
    'rotation:delete-old': ({ rows }) => rotation.deleteOld(rows),
    'rotation:close-run': ({ run }) => rotation.closeRun(run),
  };
}
