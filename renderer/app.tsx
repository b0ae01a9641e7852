import { useCallback, useState } from 'react';

import { CommandHost } from './commands/command-host';
import { ConnectScreen } from './connect/connect-screen';
import { Announcer } from './design/announcer';
import { EvidenceSection } from './evidence/evidence-section';
import { Frame } from './frame/frame';
import { InventorySection } from './inventory/inventory-section';
import { lookAnew } from './inventory/look';
import { FoundCommand } from './leaks/found-command';
import { FoundDialog } from './leaks/found-dialog';
import { LeaversSection } from './leavers/leavers-section';
import { ReminderPanel } from './reminders/reminder-panel';
import { SinceNote } from './reminders/since-note';
import { useSince } from './reminders/use-since';
import { PlanDialog } from './rotation/plan-dialog';
import { planSelection } from './rotation/planning';
import { RotationSection } from './rotation/rotation-section';
import { TokenRotations } from './rotation/token-rotations';
import { SettingsSection } from './settings/settings-section';
import { useApp, useStores } from './stores';

/** The page, the commands that can be given to it, and its voice. */
export function App() {
  return (
    <>
      <Sections />
      <CommandHost />
      <Announcer />
    </>
  );
}

/** The first screen until there is a connection, then the sections. */
function Sections() {
  const [isFinding, setFinding] = useState(false);
  const { since, dismiss } = useSince();
  const openFound = useCallback(() => {
    setFinding(true);
  }, []);
  const stores = useStores();
  const section = useApp((state) => state.section);
  const isConnecting = useApp((state) => state.isConnecting || state.connections.length === 0);
  if (isConnecting) return <ConnectScreen onConnected={(id) => void lookAnew(stores, id)} />;
  return (
    <Frame>
      <FoundCommand onOpen={openFound} />
      {section === 'Inventory' && (
        <InventorySection
          onPlan={(tokens) => void planSelection(stores, tokens)}
          rotations={TokenRotations}
          onFound={openFound}
          note={<SinceNote since={since} onDismiss={dismiss} />}
        />
      )}
      {section === 'Rotation' && <RotationSection />}
      {section === 'Leavers' && <LeaversSection />}
      {section === 'Evidence' && <EvidenceSection />}
      {section === 'Settings' && <SettingsSection reminders={<ReminderPanel />} />}
      <PlanDialog />
      {isFinding && (
        <FoundDialog
          onClose={() => {
            setFinding(false);
          }}
          onReplace={(token) => {
            setFinding(false);
            void planSelection(stores, [token], 0);
          }}
        />
      )}
    </Frame>
  );
}
