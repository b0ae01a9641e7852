import { useEffect, useState } from 'react';

import type { DeliveryTarget, TargetId } from '../../shared/domain/delivery-target';
import { bridge } from '../bridge';
import { targetFailureSentence } from './target-words';

interface Targets {
  /** By name; `undefined` until main has answered. */
  readonly targets: readonly DeliveryTarget[] | undefined;
  readonly problem: string | undefined;
  /** Puts what main has kept into the list, in the place of what had its id. */
  readonly take: (kept: DeliveryTarget) => void;
  readonly drop: (id: TargetId) => void;
}

/** The places that a person set up, as main has them. */
export function useTargets(): Targets {
  const [all, setAll] = useState<readonly DeliveryTarget[]>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    let isOver = false;
    void bridge['delivery:targets'](null).then((listed) => {
      if (isOver) return;
      if (listed.ok) setAll(listed.value);
      else setProblem(targetFailureSentence(listed.error));
    });
    return () => {
      isOver = true;
    };
  }, []);

  return {
    targets: all?.toSorted((a, b) => a.name.localeCompare(b.name)),
    problem,
    take: (kept) => {
      setAll((before) => [...without(before, kept.id), kept]);
    },
    drop: (id) => {
      setAll((before) => without(before, id));
    },
  };
}

const without = (targets: readonly DeliveryTarget[] = [], gone: TargetId) =>
  targets.filter(({ id }) => id !== gone);
