import { useState } from 'react';

import type { ConnectionFacts } from '../../shared/domain/connection';
import type { LeaverId } from '../../shared/domain/leaver';
import { tabId, tabPanelId, Tabs } from '../design/tabs';
import { useApp } from '../stores';
import { countWord } from '../words/count-words';
import { ConnectionPicker } from './connection-picker';
import type { LeaverWays } from './leaver-ways';
import { LeaversView } from './leavers-view';
import { PeopleView } from './people-view';
import { useLeavers } from './use-leavers';

type TabId = 'leavers' | 'people';

/** People who leave, and what of their access is still to be closed. */
export function LeaversSection(ways: LeaverWays) {
  const connections = useApp((state) => state.connections);
  const [chosen, setChosen] = useState<ConnectionFacts['id']>();
  const [tab, setTab] = useState<TabId>('leavers');
  const [opened, setOpened] = useState<LeaverId>();
  const leavers = useLeavers();
  const connection = connections.find(({ id }) => id === chosen) ?? connections[0];
  const open = leavers?.filter(({ signedOff }) => signedOff === undefined).length ?? 0;
  if (connection === undefined) return null;
  return (
    <>
      <header className="section-head">
        <h1>Leavers</h1>
        <span className="foot-spring" />
        <ConnectionPicker connections={connections} chosen={connection.id} onChoose={setChosen} />
      </header>
      <Tabs<TabId>
        label="Leavers"
        current={tab}
        tabs={[
          { id: 'leavers', name: 'Leavers', ...(open > 0 && { count: `${countWord(open)} open` }) },
          { id: 'people', name: 'People' },
        ]}
        onChoose={setTab}
      />
      <div role="tabpanel" id={tabPanelId(tab)} aria-labelledby={tabId(tab)} className="tab-panel">
        {tab === 'leavers' ? (
          <LeaversView
            connection={connection}
            leavers={leavers ?? []}
            opened={opened}
            onOpen={setOpened}
            ways={ways}
          />
        ) : (
          <PeopleView
            key={connection.id}
            connection={connection}
            onLeaver={(leaver) => {
              setOpened(leaver);
              setTab('leavers');
            }}
          />
        )}
      </div>
    </>
  );
}
