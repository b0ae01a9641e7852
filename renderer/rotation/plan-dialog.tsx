import { useState } from 'react';

import {
  confirmationOf,
  contestedPlaces,
  countToRotate,
  type RotationPlan,
} from '../../shared/domain/rotation-plan';
import { isTypedAs } from '../../shared/domain/compare-text';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { counted, countWord } from '../words/count-words';
import { useRotation, useStores } from '../stores';
import { OverlapChoice } from './overlap-choice';
import { PlanRows } from './plan-rows';
import { consequences, scopeCounts } from './plan-words';
import { cancelPlan, confirmPlan, exportPlan } from './planning';
import type { Planning } from './rotation-store';
import { UnplacedChoice } from './unplaced-choice';

/** The plan in full, before anything is done. Cancel has the focus; the verb and the number are on the button. */
export function PlanDialog() {
  const planning = useRotation((state) => state.planning);
  if (planning.step === 'closed') return null;
  if (planning.step === 'shown') return <ShownPlan key={planning.plan.id} planning={planning} />;
  return <PendingPlan planning={planning} />;
}

const numberWord = ({ number, of }: { readonly number: number; readonly of: number }) =>
  of > 1 ? ` (${String(number)} of ${String(of)})` : '';

function PendingPlan({ planning }: { readonly planning: Extract<Planning, { step: 'reading' | 'failed' }> }) {
  const stores = useStores();
  const cancel = () => void cancelPlan(stores);
  return (
    <Dialog
      isSmall
      title={`Rotation plan${numberWord(planning)}`}
      onCancel={cancel}
      foot={
        <Button data-focus-first onClick={cancel}>
          Cancel
        </Button>
      }
    >
      {planning.step === 'reading' ? (
        <p role="status">Reading the projects concerned once more. Nothing is changed …</p>
      ) : (
        <Alert>{planning.sentence}</Alert>
      )}
    </Dialog>
  );
}

function ShownPlan({ planning }: { readonly planning: Extract<Planning, { step: 'shown' }> }) {
  const stores = useStores();
  const [typed, setTyped] = useState('');
  const [isWritten, setWritten] = useState(false);
  const { plan, isStarting, problem } = planning;
  const count = countToRotate(plan);
  const wanted = confirmationOf(plan);
  const isTyped = isTypedAs(typed, wanted);
  const cancel = () => void cancelPlan(stores);
  const confirm = () => {
    if (isTyped && count > 0) void confirmPlan(stores, plan, typed);
  };

  return (
    <Dialog
      title="Rotation plan"
      subtitle={`${plan.organisation} · ${summary(plan)}${numberWord(planning)}`}
      onCancel={cancel}
      foot={
        <>
          <Button onClick={() => void exportPlan(stores, plan.id).then(setWritten)}>Export plan …</Button>
          <span role="status" className="quiet">
            {isWritten && 'The plan is written.'}
          </span>
          <span className="foot-spring" />
          <Button data-focus-first onClick={cancel}>
            Cancel
          </Button>
          <Button
            look="danger"
            disabled={!isTyped || isStarting || count === 0 || contestedPlaces(plan).length > 0}
            onClick={confirm}
          >
            Rotate {counted(count, 'token')}
          </Button>
        </>
      }
    >
      {problem !== undefined && <Alert>{problem}</Alert>}
      <PlanRows plan={plan} />
      <UnplacedChoice plan={plan} />
      {count > 0 && <OverlapChoice plan={plan} />}
      {!plan.valuesAreSealed && count > 0 && (
        <Alert tone="warning">
          This connection keeps its secrets in memory only. Hand every new value over before you quit Rekey:
          one that is not handed over is lost, and its old token stays.
        </Alert>
      )}
      {count > 0 && (
        <>
          <p>
            <strong>What will happen.</strong> {consequences(plan)}
          </p>
          <Field
            label={`Type ${wanted} to confirm`}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter') confirm();
            }}
          />
        </>
      )}
    </Dialog>
  );
}

const rotated = ({ rows }: RotationPlan) => rows.filter(({ verdict }) => verdict.kind === 'rotate');

function summary(plan: RotationPlan): string {
  const count = countToRotate(plan);
  const skipped = plan.rows.length - count;
  const what =
    count === 0 ? 'nothing to rotate' : `${countWord(count)} to rotate (${scopeCounts(rotated(plan))})`;
  return skipped === 0 ? what : `${what} · ${countWord(skipped)} skipped`;
}
