import type { AccountsView } from '../../shared/domain/accounts';
import { Button } from '../design/button';
import { countWord } from '../words/count-words';
import { offered } from './account-words';

interface AccountNoteProps {
  readonly accounts: AccountsView;
  readonly onJudge: () => void;
}

/** The accounts that may be people, and the way to say which of them are. Nothing where there are none. */
export function AccountNote({ accounts, onJudge }: AccountNoteProps) {
  if (accounts.accounts.length === 0) return null;
  const { names, more } = offered(accounts);
  return (
    <div className="line account-note">
      {names.length === 0 ? (
        <p>Every account that you work with is known or judged.</p>
      ) : (
        <p>
          Accounts that you work with:{' '}
          {names.map((name, index) => (
            <span key={name}>
              {index > 0 && ', '}
              <bdi>{name}</bdi>
            </span>
          ))}
          {more > 0 && ` and ${countWord(more)} more`}. CircleCI does not say which of them are people.
        </p>
      )}
      <Button onClick={onJudge}>Say which are people …</Button>
    </div>
  );
}
