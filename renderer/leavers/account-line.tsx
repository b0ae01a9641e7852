import { Check } from 'lucide-react';

import type { AccountFacts, AccountVerdict } from '../../shared/domain/accounts';
import { Button } from '../design/button';
import { plain, shortened } from '../words/token-words';

const VERDICT_VERBS: Readonly<Record<AccountVerdict, string>> = {
  person: 'Is a person',
  'not-person': 'Is not',
};
const MOST_OF_A_NAME = 120;

interface AccountLineProps {
  readonly account: AccountFacts;
  /** Without a verdict: what was said is taken back. */
  readonly onJudge: (verdict?: AccountVerdict) => void;
}

/** An account, and what somebody says that it is: a second press takes that back. */
export function AccountLine({ account, onJudge }: AccountLineProps) {
  const name = plain(account.name);
  const verb = (verdict: AccountVerdict) => (
    <Button
      className="account-verdict"
      aria-pressed={account.verdict === verdict}
      aria-label={`${VERDICT_VERBS[verdict]}: ${shortened(name, MOST_OF_A_NAME)}`}
      onClick={() => {
        if (account.verdict === verdict) onJudge();
        else onJudge(verdict);
      }}
    >
      {account.verdict === verdict && <Check size={16} aria-hidden />}
      {VERDICT_VERBS[verdict]}
    </Button>
  );
  return (
    <div className="account-line">
      <span className="cut" title={name}>
        <bdi>{name}</bdi>
        {account.hasProjects && <span className="quiet"> has projects here</span>}
      </span>
      <span className="quiet mono cut">
        <bdi>{account.slugs.map(plain).join(', ')}</bdi>
      </span>
      {verb('person')}
      {verb('not-person')}
    </div>
  );
}
