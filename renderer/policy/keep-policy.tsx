import type { AgePolicy } from '../../shared/domain/age-policy';
import { canonicalPolicy } from '../../shared/domain/canonical-policy';
import { isPresetName } from '../../shared/domain/policy-problem';
import { Button } from '../design/button';

interface KeepPolicyProps {
  /** What is typed, where nothing is wrong with it. */
  readonly policy: AgePolicy | undefined;
  readonly own: readonly AgePolicy[];
  readonly isBusy: boolean;
  readonly onKeep: (policy: AgePolicy) => Promise<boolean>;
  readonly onRemove: (name: string) => Promise<boolean>;
}

/** Keeps what is typed under its name for later, or takes the kept policy of that name away. */
export function KeepPolicy({ policy, own, isBusy, onKeep, onRemove }: KeepPolicyProps) {
  if (policy === undefined || isPresetName(policy.name)) return null;
  const kept = own.find(({ name }) => name === policy.name);
  const isKept = kept !== undefined && canonicalPolicy(kept) === canonicalPolicy(policy);
  return (
    <span className="line">
      {!isKept && (
        <Button isBusy={isBusy} onClick={() => void onKeep(policy)}>
          {kept === undefined ? 'Keep as own policy' : 'Replace the own policy of this name'}
        </Button>
      )}
      {kept !== undefined && (
        <Button isBusy={isBusy} onClick={() => void onRemove(kept.name)}>
          Delete this own policy
        </Button>
      )}
    </span>
  );
}
