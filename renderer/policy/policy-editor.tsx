import { useMemo, useState } from 'react';

import type { AgePolicy } from '../../shared/domain/age-policy';
import { looserParts } from '../../shared/domain/loosening';
import { policyProblem } from '../../shared/domain/policy-problem';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { useApp, useInventory } from '../stores';
import { DuePreview } from './due-preview';
import { policyFailureSentence } from './failure-words';
import { KeepPolicy } from './keep-policy';
import { PolicyChoice } from './policy-choice';
import { PolicyFields } from './policy-fields';
import { JUDGEMENT } from './policy-words';
import { changed, readTyped, typedFrom } from './typed-policy';
import { useDuePreview } from './use-due-preview';
import { usePolicyDeeds } from './use-policy-deeds';

interface PolicyEditorProps {
  /** What the fields are filled with at first. */
  readonly from: AgePolicy;
  /** It comes from a file, and not from what is in force. */
  readonly isImported: boolean;
  readonly onClose: () => void;
}

/** Shows what a policy would make due before it is applied, and applies it. */
export function PolicyEditor({ from, isImported, onClose }: PolicyEditorProps) {
  const { own, policy: inForce } = useApp((state) => state.policy);
  const now = useInventory((state) => state.now);
  const [typed, setTyped] = useState(() => typedFrom(from));
  const read = useMemo(() => readTyped(typed, now), [typed, now]);
  const policy = read.ok ? read.value : undefined;
  const wrong = policy && policyProblem(policy, now);
  const preview = useDuePreview(policy);
  const isLooser = policy !== undefined && looserParts(inForce, policy).length > 0;
  const { problem, isBusy, apply, keep, remove } = usePolicyDeeds();
  const canApply = policy !== undefined && wrong === undefined && preview !== undefined && !isBusy;
  const applyIt = async () => {
    if (policy !== undefined && canApply && (await apply(policy))) onClose();
  };
  return (
    <Dialog
      title={isImported ? 'Apply the imported policy' : 'Change the policy'}
      subtitle="Nothing is changed before you apply it, and nothing at CircleCI is changed by that. To take it back, apply another."
      onCancel={onClose}
      foot={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={!canApply} onClick={() => void applyIt()}>
            Apply policy
          </Button>
        </>
      }
    >
      {problem !== undefined && <Alert>{problem}</Alert>}
      <div className="policy-choice">
        <PolicyChoice own={own} typed={typed} policy={policy} onChoose={setTyped} />
        <KeepPolicy
          policy={wrong === undefined ? policy : undefined}
          own={own}
          isBusy={isBusy}
          onKeep={keep}
          onRemove={remove}
        />
      </div>
      <PolicyFields
        typed={typed}
        onChange={(part) => {
          setTyped(changed(typed, part));
        }}
      />
      {!read.ok && <Alert>{read.error}</Alert>}
      {wrong !== undefined && <Alert>{policyFailureSentence(wrong)}</Alert>}
      {policy !== undefined && <DuePreview preview={preview} />}
      {isLooser && (
        <p>It allows more than the policy in force: Rekey asks you once more, in a dialog of its own.</p>
      )}
      <p className="quiet">{JUDGEMENT}</p>
    </Dialog>
  );
}
