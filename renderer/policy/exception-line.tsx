import { isInForce, endOf, type PolicyException } from '../../shared/domain/policy-exception';
import type { Rules } from '../../shared/domain/standing';
import { Button } from '../design/button';
import { PauseShape } from '../design/pause-shape';
import { useApp, useInventory } from '../stores';
import { dayUtc, distanceWord, exactUtc } from '../words/date-words';
import { plain } from '../words/token-words';
import { subjectWords } from './subject-words';

interface ExceptionLineProps {
  readonly exception: PolicyException;
  readonly onEnd: (exception: PolicyException) => void;
}

/** One exception: whom it is for, who answers for it, and until when, or why no longer. */
export function ExceptionLine({ exception, onEnd }: ExceptionLineProps) {
  const connections = useApp((state) => state.connections);
  const rules = useInventory((state) => state.rules);
  const now = useInventory((state) => state.now);
  const { subject, owner, approver, reason, ended, grantedAt } = exception;
  const isOn = isInForce(exception, rules.policy, now);
  const words = subjectWords(subject, connections);
  return (
    <div className="exception-line">
      <span className={`badge ${isOn ? '' : 'tone-quiet'}`}>
        <span className="badge-shape" aria-hidden>
          {isOn ? <PauseShape /> : '–'}
        </span>
        {stateWord(exception, rules, now)}
      </span>
      <span className="exception-facts selectable">
        <bdi className="exception-subject">{words}</bdi>
        <span className="quiet">
          {plain(reason)} · owner {plain(owner)}, approved by {plain(approver)} · granted{' '}
          <time title={exactUtc(grantedAt)}>{dayUtc(grantedAt)}</time>
          {ended !== undefined && ` · ended ${exactUtc(ended.at)}: ${plain(ended.reason)}`}
        </span>
      </span>
      {isOn && (
        <Button
          aria-label={`End this exception: ${words}`}
          onClick={() => {
            onEnd(exception);
          }}
        >
          End …
        </Button>
      )}
    </div>
  );
}

function stateWord(exception: PolicyException, { policy }: Pick<Rules, 'policy'>, now: number): string {
  const end = endOf(exception, policy);
  if (isInForce(exception, policy, now)) return `In force, ends ${exactUtc(end)} (${distanceWord(end, now)})`;
  if (exception.ended !== undefined) return 'Ended early';
  return exception.until <= now
    ? `Expired ${exactUtc(exception.until)}`
    : `Not in force under ${policy.name}`;
}
