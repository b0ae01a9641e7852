import { useState } from 'react';

import type { AgePolicy } from '../../shared/domain/age-policy';
import type { PolicyFailure } from '../../shared/domain/policy-facts';
import type { Refusal } from '../../shared/ipc/contract';
import type { Result } from '../../shared/result';
import { announce } from '../announce';
import { bridge } from '../bridge';
import { useStores } from '../stores';
import { policyFailureSentence } from './failure-words';

/** Changes the policy, or those kept for later; each deed answers whether it was done, and what stood in its way is told. */
export function usePolicyDeeds() {
  const { app } = useStores();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const ask = async (
    call: () => Promise<Result<unknown, PolicyFailure | Refusal>>,
    done: string,
  ): Promise<boolean> => {
    setBusy(true);
    const answer = await call();
    setBusy(false);
    setProblem(answer.ok ? undefined : policyFailureSentence(answer.error));
    if (answer.ok) announce(app, done);
    return answer.ok;
  };
  return {
    problem,
    isBusy,
    apply: (policy: AgePolicy) => ask(() => bridge['policy:apply']({ policy }), `${policy.name} is in force`),
    keep: (policy: AgePolicy) => ask(() => bridge['policy:save-own']({ policy }), `Kept ${policy.name}`),
    remove: (name: string) => ask(() => bridge['policy:remove-own']({ name }), `Deleted ${name}`),
  };
}
