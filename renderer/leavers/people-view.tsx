import { useState } from 'react';

import type { ConnectionFacts } from '../../shared/domain/connection';
import type { LeaverId } from '../../shared/domain/leaver';
import type { PersonFacts } from '../../shared/domain/people';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { VirtualList } from '../design/virtual-list';
import { AccountNote } from './account-note';
import { AccountsDialog } from './accounts-dialog';
import { AddPersonDialog } from './add-person-dialog';
import { AlikeNotes } from './alike-notes';
import { ConflictsDialog } from './conflicts-dialog';
import { leaverFailureSentence } from './failure-words';
import { ImportResult } from './import-result';
import { PeopleTools } from './people-tools';
import { PersonDialog } from './person-dialog';
import { PersonLine } from './person-line';
import { useAsk } from './use-ask';
import { useImports } from './use-imports';
import { usePeople } from './use-people';

interface PeopleViewProps {
  readonly connection: ConnectionFacts;
  readonly onLeaver: (leaver: LeaverId) => void;
}

type Shown = 'add' | 'accounts' | 'conflicts' | { readonly person: string };

const keyOf = ({ name }: PersonFacts) => name;
const USUAL_HEIGHT = 45;

/** Everybody whom this connection knows of, where their names come from, and what is theirs. */
export function PeopleView({ connection, onLeaver }: PeopleViewProps) {
  const { view, refresh } = usePeople(connection.id);
  const imports = useImports(connection.id, refresh);
  const asking = useAsk(leaverFailureSentence);
  const [shown, setShown] = useState<Shown>();
  const close = () => {
    setShown(undefined);
  };
  if (view === undefined) return null;
  const leave = async (person: string) => {
    const opened = await asking.ask(() => bridge['leavers:open']({ connection: connection.id, person }));
    if (opened !== undefined) onLeaver(opened.value.id);
  };
  const person =
    typeof shown === 'object' ? view.people.find(({ name }) => name === shown.person) : undefined;
  return (
    <div className="leavers-view">
      <PeopleTools
        connection={connection}
        view={view}
        imports={imports}
        onAdd={() => {
          setShown('add');
        }}
        onConflicts={() => {
          setShown('conflicts');
        }}
      />
      {imports.problem !== undefined && <Alert>{imports.problem}</Alert>}
      {asking.problem !== undefined && <Alert>{asking.problem}</Alert>}
      {imports.result !== undefined && <ImportResult result={imports.result} onClose={imports.closeResult} />}
      {view.accounts !== undefined && (
        <AccountNote
          accounts={view.accounts}
          onJudge={() => {
            setShown('accounts');
          }}
        />
      )}
      <AlikeNotes connection={connection.id} alike={view.alike} onMerged={refresh} />
      <VirtualList
        label="People"
        className="people-rows"
        items={view.people}
        keyOf={keyOf}
        usualHeight={USUAL_HEIGHT}
      >
        {(one) => (
          <PersonLine
            person={one}
            isBusy={asking.isBusy}
            onDetails={() => {
              setShown({ person: one.name });
            }}
            onLeaves={() => void leave(one.name)}
          />
        )}
      </VirtualList>
      {shown === 'add' && <AddPersonDialog connection={connection.id} onAdded={refresh} onClose={close} />}
      {shown === 'accounts' && view.accounts !== undefined && (
        <AccountsDialog
          connection={connection.id}
          accounts={view.accounts}
          onJudged={refresh}
          onClose={close}
        />
      )}
      {shown === 'conflicts' && <ConflictsDialog view={view} onClose={close} />}
      {person !== undefined && (
        <PersonDialog
          connection={connection.id}
          person={person}
          view={view}
          onChanged={refresh}
          onClose={close}
        />
      )}
    </div>
  );
}
