import { useState } from 'react';

import {
  MOST_ACCOUNTS,
  type AccountFacts,
  type AccountsView,
  type AccountVerdict,
} from '../../shared/domain/accounts';
import { foldText } from '../../shared/domain/compare-text';
import type { ConnectionId } from '../../shared/domain/connection-id';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { Field } from '../design/field';
import { VirtualList } from '../design/virtual-list';
import { countWord } from '../words/count-words';
import { AccountLine } from './account-line';
import { peopleFailureSentence } from './failure-words';
import { useAsk } from './use-ask';

interface AccountsDialogProps {
  readonly connection: ConnectionId;
  readonly accounts: AccountsView;
  readonly onJudged: () => Promise<void>;
  readonly onClose: () => void;
}

const keyOf = ({ name }: AccountFacts) => name;
const USUAL_HEIGHT = 45;

/** The accounts that somebody works with, for them to say which are people. */
export function AccountsDialog({ connection, accounts: view, onJudged, onClose }: AccountsDialogProps) {
  // One after the other may be judged, faster than each is written down: no press is lost.
  const { problem, ask } = useAsk(peopleFailureSentence);
  const [typed, setTyped] = useState('');
  // What is judged meanwhile stays where it is, for it to be taken back.
  const [judgedBefore] = useState(() => new Set(view.accounts.filter(isJudged).map(keyOf)));
  const wanted = foldText(typed.trim());
  const found = view.accounts
    .filter(({ name, slugs }) => [name, ...slugs].some((one) => foldText(one).includes(wanted)))
    .toSorted((a, b) => Number(judgedBefore.has(a.name)) - Number(judgedBefore.has(b.name)));
  const judge = async (name: string, verdict?: AccountVerdict) => {
    const said = { connection, name, ...(verdict !== undefined && { verdict }) };
    if ((await ask(() => bridge['people:judge-account'](said))) !== undefined) await onJudged();
  };
  return (
    <Dialog
      title="Accounts that you work with"
      subtitle="CircleCI does not say which of them are people. Nothing is changed there, whatever you say."
      onCancel={onClose}
      foot={<Button onClick={onClose}>Close</Button>}
    >
      {problem !== undefined && <Alert>{problem}</Alert>}
      <Field
        label="Find an account"
        data-focus-first
        value={typed}
        hint="Your own and those of people who are known already are not listed. Press again to take back what you said."
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
      {view.count > MOST_ACCOUNTS && (
        <p className="quiet">
          The first {countWord(MOST_ACCOUNTS)} of {countWord(view.count)} accounts are listed.
        </p>
      )}
      <VirtualList
        label="Accounts"
        className="people-choice"
        items={found}
        keyOf={keyOf}
        usualHeight={USUAL_HEIGHT}
      >
        {(account) => (
          <AccountLine account={account} onJudge={(verdict) => void judge(account.name, verdict)} />
        )}
      </VirtualList>
      {found.length === 0 && <p className="quiet">No account is called so.</p>}
    </Dialog>
  );
}

const isJudged = ({ verdict }: AccountFacts): boolean => verdict !== undefined;
