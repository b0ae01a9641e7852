import { CommandHost } from './commands/command-host';
import { ConnectScreen } from './connect/connect-screen';
import { Announcer } from './design/announcer';
import { EvidenceSection } from './evidence/evidence-section';
import { Frame } from './frame/frame';
import { InventorySection } from './inventory/inventory-section';
import { lookAnew } from './inventory/look';
import { LeaversSection } from './leavers/leavers-section';
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
  const stores = useStores();
  const section = useApp((state) => state.section);
  const isConnecting = useApp((state) => state.isConnecting || state.connections.length === 0);
  if (isConnecting) return <ConnectScreen onConnected={(id) => void lookAnew(stores, id)} />;
  return (
    <Frame>
      {section === 'Inventory' && (
        <InventorySection
          onPlan={(tokens) => void planSelection(stores, tokens)}
          rotations={TokenRotations}
        />
      )}
      {section === 'Rotation' && <RotationSection />}
      {section === 'Leavers' && <LeaversSection onPlan={(tokens) => void planSelection(stores, tokens)} />}
      {section === 'Evidence' && <EvidenceSection />}
      {section === 'Settings' && <SettingsSection />}
      <PlanDialog />
    </Frame>
  );
}
