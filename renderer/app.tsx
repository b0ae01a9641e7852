import { ConnectScreen } from './connect/connect-screen';
import { Frame } from './frame/frame';
import { InventorySection } from './inventory/inventory-section';
import { PlanDialog } from './rotation/plan-dialog';
import { RotationSection } from './rotation/rotation-section';
import { SettingsSection } from './settings/settings-section';
import { useApp } from './stores';

/** The page: the first screen until there is a connection, then the sections. */
export function App() {
  const section = useApp((state) => state.section);
  const isConnecting = useApp((state) => state.isConnecting || state.connections.length === 0);
  if (isConnecting) return <ConnectScreen />;
  return (
    <Frame>
      {section === 'Inventory' && <InventorySection />}
      {section === 'Rotation' && <RotationSection />}
      {section === 'Settings' && <SettingsSection />}
      <PlanDialog />
    </Frame>
  );
}
