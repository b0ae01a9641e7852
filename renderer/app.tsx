import { useCallback, useMemo, useState } from 'react';

import type { LeaverId } from '../shared/domain/leaver';
import { CommandHost } from './commands/command-host';
import { ConnectScreen } from './connect/connect-screen';
import { Announcer } from './design/announcer';
import { Frame } from './frame/frame';
import type { ExceptionDeeds } from './inventory/exception-deeds';
import { InventorySection } from './inventory/inventory-section';
import { lookAnew } from './inventory/look';
import { FoundCommand } from './leaks/found-command';
import type { OpenExceptionDialog } from './policy/exception-dialogs';
import { SinceNote } from './reminders/since-note';
import { useSince } from './reminders/use-since';
import { planSelection } from './rotation/planning';
import { StateProblems } from './state/state-problems';
import { useApp, useStores } from './stores';
import { useRest } from './use-rest';

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
  const rest = useRest(section !== 'Inventory');
  const isConnecting = useApp((state) => state.isConnecting || state.connections.length === 0);
  if (isConnecting)
    return (
      <>
        <StateProblems />
        <ConnectScreen onConnected={(id) => void lookAnew(stores, id)} />
      </>
    );
  return (
    <Frame>
      <StateProblems />
      <FoundCommand onOpen={openFound} />
      {section === 'Inventory' && (
        <InventorySection
          onPlan={(tokens) => void planSelection(stores, tokens)}
          rotations={rest?.TokenRotations ?? Nothing}
          exceptions={exceptions}
          onFound={openFound}
          note={<SinceNote since={since} onDismiss={dismiss} />}
        />
      )}
      {rest !== undefined && (
        <>
          {section === 'Rotation' && <rest.RotationSection />}
          {section === 'Leavers' && (
            <rest.LeaversSection
              onPlan={(tokens) => void planSelection(stores, tokens)}
              onReport={setReported}
            />
          )}
          {section === 'Evidence' && <rest.EvidenceOfShown />}
          {section === 'Settings' && (
            <rest.SettingsSection>
              <rest.PolicyPanel />
              <rest.ExceptionsPanel onEnd={exceptions.end} />
              <rest.ReminderPanel />
            </rest.SettingsSection>
          )}
          <rest.PlanDialog />
          <rest.ExceptionDialogs
            open={asked}
            onClose={() => {
              setAsked(undefined);
            }}
          />
          {reported !== undefined && (
            <rest.LeaverReportDialog
              leaver={reported}
              onClose={() => {
                setReported(undefined);
              }}
            />
          )}
          {isFinding && (
            <rest.FoundDialog
              onClose={() => {
                setFinding(false);
              }}
              onReplace={(token) => {
                setFinding(false);
                void planSelection(stores, [token], 0);
              }}
            />
          )}
        </>
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

const Nothing = () => null;
