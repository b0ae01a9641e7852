import type { ConnectionFacts } from '../../shared/domain/connection';
import type { PeopleView } from '../../shared/domain/people';
import { Button } from '../design/button';
import { counted, countWord } from '../words/count-words';
import { exactUtc } from '../words/date-words';
import { plain, shortened } from '../words/token-words';
import { accountsStanding } from './account-words';
import type { useImports } from './use-imports';

interface PeopleToolsProps {
  readonly connection: ConnectionFacts;
  readonly view: PeopleView;
  readonly imports: ReturnType<typeof useImports>;
  readonly onAdd: () => void;
  readonly onConflicts: () => void;
}

/** Where names can be had from, and what was had. */
export function PeopleTools({ connection, view, imports, onAdd, onConflicts }: PeopleToolsProps) {
  const { isBusy, fraction } = imports;
  return (
    <>
      <div className="line people-tools">
        <Button look="primary" isBusy={isBusy} onClick={imports.importLog}>
          Import audit log …
        </Button>
        {connection.isDemo && (
          <Button isBusy={isBusy} onClick={imports.importDemoLog}>
            Use the demo organisation’s audit log
          </Button>
        )}
        <Button isBusy={isBusy} onClick={imports.importRegister}>
          Import register …
        </Button>
        <Button isBusy={isBusy} onClick={imports.readKeys}>
          Read checkout keys
        </Button>
        <Button isBusy={isBusy} onClick={imports.readAccounts}>
          Read accounts
        </Button>
        <Button onClick={onAdd}>Add a person …</Button>
        {view.conflictCount > 0 && (
          <Button onClick={onConflicts}>{counted(view.conflictCount, 'conflict')} …</Button>
        )}
        {isBusy && (
          <>
            <progress className="leaver-progress" aria-label="Read so far" max={1} value={fraction} />
            <Button onClick={imports.stop}>Stop reading</Button>
          </>
        )}
      </div>
      <p className="quiet" role="status">
        {standingWords(view)}
      </p>
    </>
  );
}

function standingWords({ people, imports, keys, accounts }: PeopleView): string {
  const last = imports.at(-1);
  return [
    counted(people.length, 'name'),
    last === undefined
      ? 'no audit log was imported'
      : `last audit log “${shortened(plain(last.file), 60)}”, imported ${exactUtc(last.at)}`,
    keys === undefined
      ? 'checkout keys were not read'
      : `checkout keys of ${countWord(keys.read)} of ${countWord(keys.projects)} projects read ${exactUtc(keys.readAt)}` +
        (keys.nameless > 0 ? `, ${countWord(keys.nameless)} user keys without a name` : ''),
    accountsStanding(accounts),
  ].join(' · ');
}
