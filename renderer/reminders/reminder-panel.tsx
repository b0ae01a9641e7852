import { useEffect, useState } from 'react';

import type { Instant } from '../../shared/domain/instant';
import type { ReminderFacts, ReminderSettings } from '../../shared/domain/reminder';
import { announce } from '../announce';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { Field } from '../design/field';
import { useStores } from '../stores';
import { dayUtc } from '../words/date-words';

/** Whether Rekey reminds, when the next session is, and how a reminder looks. */
export function ReminderPanel() {
  const { app } = useStores();
  const [facts, setFacts] = useState<ReminderFacts>();
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    void bridge['reminders:settings'](null).then((answer) => {
      if (answer.ok) setFacts(answer.value);
    });
  }, []);

  const change = async (before: ReminderFacts, settings: ReminderSettings, said: string) => {
    setFacts({ ...settings, isSupported: before.isSupported });
    const changed = await bridge['reminders:change'](settings);
    setProblem(changed.ok ? undefined : 'This could not be written to disk. Nothing was changed.');
    setFacts(changed.ok ? changed.value : before);
    if (changed.ok) announce(app, said);
  };
  const test = async () => {
    const shown = await bridge['reminders:test'](null);
    setProblem(shown.ok ? undefined : 'This system shows no notifications. Nothing was changed.');
    if (shown.ok) announce(app, 'A test notification is shown');
  };

  return (
    <section className="panel" aria-label="Reminders">
      <header className="panel-head">
        <h2>Reminders</h2>
        <span className="foot-spring" />
        <Button onClick={() => void test()}>Show a test notification</Button>
      </header>
      {problem !== undefined && <Alert>{problem}</Alert>}
      {facts !== undefined && (
        <div className="reminder-body stack">
          {!facts.isSupported && (
            <Alert tone="warning">
              This system shows no notifications: what is due is only told in the window.
            </Alert>
          )}
          <label className="line">
            <input
              type="checkbox"
              className="checkbox"
              checked={facts.isOn}
              onChange={(event) => {
                const isOn = event.target.checked;
                void change(
                  facts,
                  settingsOf(isOn, facts.nextSession),
                  `Reminders are ${isOn ? 'on' : 'off'}`,
                );
              }}
            />
            Remind me when tokens become due, and at the policy’s warning steps before
          </label>
          <div className="reminder-session">
            <Field
              label="Next rotation session"
              type="date"
              defaultValue={dayOf(facts.nextSession)}
              hint="Rekey reminds you on this day, from midnight UTC. Leave it empty if none is planned."
              // Not while it is typed: on the way to a day there are others, which may have passed.
              onBlur={({ target }) => {
                const nextSession = target.value === '' ? undefined : Date.parse(target.value);
                if (target.validity.badInput || nextSession === facts.nextSession) return;
                const said =
                  nextSession === undefined ? 'No session is planned' : `Planned for ${target.value}`;
                void change(facts, settingsOf(facts.isOn, nextSession), said);
              }}
              min="2020-01-01"
            />
          </div>
          <p className="quiet">
            A notification names organisations and counts only. Rekey checks every hour while it is open, from
            what it saw last: no server is asked.
          </p>
        </div>
      )}
    </section>
  );
}

const settingsOf = (isOn: boolean, nextSession: Instant | undefined): ReminderSettings => ({
  isOn,
  ...(nextSession !== undefined && { nextSession }),
});

const dayOf = (instant: Instant | undefined): string => (instant === undefined ? '' : dayUtc(instant));
