import { useCallback, useMemo, useState } from 'react';

import type { LeaverId } from '../shared/domain/leaver';
import { CommandHost } from './commands/command-host';
import { ConnectScreen } from './connect/connect-screen';
import { Announcer } from './design/announcer';
import { LeaverReportDialog } from './evidence/leaver-report-dialog';
import { EvidenceSection } from './evidence/evidence-section';
import { Frame } from './frame/frame';
import type { ExceptionDeeds } from './inventory/exception-deeds';
import { InventorySection } from './inventory/inventory-section';
import { lookAnew } from './inventory/look';
import { FoundCommand } from './leaks/found-command';
import { FoundDialog } from './leaks/found-dialog';
import { useShownTokens } from './inventory/use-shown-tokens';
import { LeaversSection } from './leavers/leavers-section';
import { ExceptionDialogs, type OpenExceptionDialog } from './policy/exception-dialogs';
import { ExceptionsPanel } from './policy/exceptions-panel';
import { PolicyPanel } from './policy/policy-panel';
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
  const [reported, setReported] = useState<LeaverId>();
  const { since, dismiss } = useSince();
  const openFound = useCallback(() => {
    setFinding(true);
  }, []);
  const stores = useStores();
  const section = useApp((state) => state.section);
  const [asked, setAsked] = useState<OpenExceptionDialog>();
  const exceptions = useMemo(() => exceptionDeeds(setAsked), []);
  const isConnecting = useApp((state) => state.isConnecting || state.connections.length === 0);
  if (isConnecting) return <ConnectScreen onConnected={(id) => void lookAnew(stores, id)} />;
  return (
    <Frame>
      <FoundCommand onOpen={openFound} />
      {section === 'Inventory' && (
        <InventorySection
          onPlan={(tokens) => void planSelection(stores, tokens)}
          rotations={TokenRotations}
          exceptions={exceptions}
          onFound={openFound}
          note={<SinceNote since={since} onDismiss={dismiss} />}
        />
      )}
      {section === 'Rotation' && <RotationSection />}
      {section === 'Leavers' && (
        <LeaversSection onPlan={(tokens) => void planSelection(stores, tokens)} onReport={setReported} />
      )}
      {section === 'Evidence' && <Evidence />}
      {section === 'Settings' && (
        <SettingsSection>
          <PolicyPanel />
          <ExceptionsPanel onEnd={exceptions.end} />
          <ReminderPanel />
        </SettingsSection>
      )}
      <PlanDialog />
      <ExceptionDialogs
        open={asked}
        onClose={() => {
          setAsked(undefined);
        }}
      />
      {reported !== undefined && (
        <LeaverReportDialog
          leaver={reported}
          onClose={() => {
            setReported(undefined);
          }}
        />
      )}
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

const exceptionDeeds = (ask: (dialog: OpenExceptionDialog) => void): ExceptionDeeds => ({
  grant: (wish) => {
    ask({ kind: 'grant', ...wish });
  },
  end: (exception) => {
    ask({ kind: 'end', exception });
  },
});

/** Reports can be of what the inventory shows. */
function Evidence() {
  return <EvidenceSection {...useShownTokens()} />;
}
