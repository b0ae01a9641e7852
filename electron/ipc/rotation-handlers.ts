import { err, ok } from '../../shared/result';
import type { Features } from './features';
import type { Handlers } from './serve';

type Channels =
  | 'rotation:plan'
  | 'rotation:choose'
  | 'rotation:export-plan'
  | 'rotation:discard-plan'
  | 'rotation:confirm'
  | 'rotation:control'
  | 'rotation:runs'
  | 'rotation:act'
  | 'rotation:retry'
  | 'rotation:tick'
  | 'rotation:override'
  | 'rotation:attest'
  | 'rotation:keep-longer'
  | 'rotation:cancel-retirement'
  | 'rotation:delete-old'
  | 'rotation:stop-deleting'
  | 'rotation:close-run';

type Needed = Pick<Features, 'rotation' | 'note' | 'namePlanFile'>;

export function rotationHandlers({ rotation, note, namePlanFile }: Needed): Pick<Handlers, Channels> {
  return {
    'rotation:plan': ({ connection, refs }) => rotation.plan(connection, refs),
    'rotation:choose': ({ plan, ...choice }) => Promise.resolve(rotation.choose(plan, choice)),
    'rotation:export-plan': async ({ plan: id }) => {
      const plan = rotation.findPlan(id);
      if (plan === undefined) return err({ kind: 'no-such-plan' });
      const path = await namePlanFile();
      if (path === undefined) return err({ kind: 'declined' });
      const { exportPlan } = await import('../evidence/plan-file');
      return exportPlan(plan, path, note);
    },
    'rotation:discard-plan': ({ plan }) => {
      rotation.discardPlan(plan);
      return Promise.resolve(ok(null));
    },
    'rotation:confirm': ({ plan, hash, typed }) => rotation.confirm(plan, hash, typed),
    'rotation:control': ({ run, to }) => Promise.resolve(rotation.control(run, to)),
    'rotation:runs': () => Promise.resolve(ok(rotation.runs())),
    'rotation:act': ({ row, action }) => rotation.act(row, action),
    'rotation:retry': ({ run }) => Promise.resolve(rotation.retry(run)),
    'rotation:tick': ({ row, item, isTicked }) => rotation.tick(row, item, isTicked),
    'rotation:override': ({ row, reason }) => rotation.override(row, reason),
    'rotation:attest': ({ rows, reason }) => rotation.attest(rows, reason),
    'rotation:keep-longer': ({ rows, hours }) => rotation.keepLonger(rows, hours),
    'rotation:cancel-retirement': ({ row, reason }) => rotation.cancelRetirement(row, reason),
    'rotation:delete-old': ({ rows, typed }) => rotation.deleteNow(rows, typed),
    'rotation:stop-deleting': () => {
      rotation.stopDeleting();
      return Promise.resolve(ok(null));
    },
    'rotation:close-run': ({ run }) => rotation.closeRun(run),
  };
}
