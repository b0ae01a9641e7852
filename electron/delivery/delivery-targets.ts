import {
  MAX_TARGETS,
  parseTargetId,
  type DeliveryTarget,
  type TargetDraft,
  type TargetFailure,
  type TargetId,
} from '../../shared/domain/delivery-target';
import { err, ok, type Result } from '../../shared/result';
import { oneAtATime } from '../files/one-at-a-time';
import type { NativeQuestion } from '../rotation/native-question';

export interface DeliveryTargetsPorts {
  readonly all: () => readonly DeliveryTarget[];
  readonly keep: (all: readonly DeliveryTarget[]) => Result<null, 'disk'>;
  readonly confirmNatively: (question: NativeQuestion) => Promise<boolean>;
  /** At least 16 hex digits, never the same twice. */
  readonly randomId: () => string;
  readonly isInUse: (id: TargetId) => boolean;
}

/** The commands and folders outside CircleCI that a person set up. What is not confirmed natively is never in it. */
export interface DeliveryTargets {
  readonly list: () => readonly DeliveryTarget[];
  readonly find: (id: TargetId) => DeliveryTarget | undefined;
  /** Keeps a new one, or one in the place of that with its id, which has to be of the same kind. */
  readonly save: (draft: TargetDraft) => Promise<Result<DeliveryTarget, TargetFailure>>;
  readonly remove: (id: TargetId) => Promise<Result<null, TargetFailure>>;
}

export function openDeliveryTargets(ports: DeliveryTargetsPorts): DeliveryTargets {
  const { all, keep, confirmNatively, randomId, isInUse } = ports;
  // A question can stand open for long: what was found before it must still be so when it is answered.
  const inTurn = oneAtATime();
  const find = (id: TargetId) => all().find((target) => target.id === id);
  const write = <Value>(next: readonly DeliveryTarget[], value: Value): Result<Value, TargetFailure> =>
    keep(next).ok ? ok(value) : err({ kind: 'storage' });

  const objectionTo = (draft: TargetDraft): TargetFailure | undefined => {
    const others = all().filter(({ id }) => id !== draft.id);
    if (draft.id !== undefined && find(draft.id)?.kind !== draft.kind) return { kind: 'no-such-target' };
    if (others.some(({ name }) => folded(name) === folded(draft.name))) return { kind: 'name-taken' };
    return others.length < MAX_TARGETS ? undefined : { kind: 'too-many' };
  };

  return {
    list: all,
    find,
    save: (draft) =>
      inTurn(async () => {
        const objection = objectionTo(draft);
        if (objection !== undefined) return err(objection);
        const before = draft.id && find(draft.id);
        const question = { kind: 'save-target', draft, ...(before && { replaces: before.name }) } as const;
        // SECURITY X14: a page taken over by a script cannot make Rekey run something, or write somewhere.
        if (!(await confirmNatively(question))) return err({ kind: 'declined' });
        const target: DeliveryTarget = { ...draft, id: draft.id ?? newId(randomId) };
        const next = before ? all().map((one) => (one.id === target.id ? target : one)) : [...all(), target];
        return write(next, target);
      }),
    remove: (id) =>
      inTurn(() => {
        if (find(id) === undefined) return Promise.resolve(err({ kind: 'no-such-target' }));
        if (isInUse(id)) return Promise.resolve(err({ kind: 'in-use' }));
        return Promise.resolve(
          write(
            all().filter((target) => target.id !== id),
            null,
          ),
        );
      }),
  };
}

/** Two names that a person would take for one are one. */
const folded = (name: string) => name.normalize('NFKC').toLowerCase();

function newId(randomId: () => string): TargetId {
  const id = parseTargetId(`to_${randomId().slice(0, 16)}`);
  if (id === undefined) throw new Error('a random id is hex digits');
  return id;
}
