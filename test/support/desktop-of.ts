/** The parts of an environment that name a desktop. */
export interface Desktop {
  readonly DISPLAY: string;
  readonly XAUTHORITY: string;
  readonly DBUS_SESSION_BUS_ADDRESS: string;
}

/**
 * The desktop of one of the tests that go on at once, with a display, a clipboard, a focus and a keyring that no other of
 * them uses. None where none was made for them: then one test goes on at a time, on the environment's own.
 */
export const desktopOf = (environment: NodeJS.ProcessEnv): Desktop | undefined =>
  desktopsIn(environment)[Number(environment['TEST_PARALLEL_INDEX'])];

const desktopsIn = ({ REKEY_DESKTOPS = '' }: NodeJS.ProcessEnv): readonly Desktop[] =>
  REKEY_DESKTOPS.split('\n').flatMap((line) => {
    const [DISPLAY, XAUTHORITY, DBUS_SESSION_BUS_ADDRESS] = line.split('\t');
    return DISPLAY === undefined || XAUTHORITY === undefined || DBUS_SESSION_BUS_ADDRESS === undefined
      ? []
      : [{ DISPLAY, XAUTHORITY, DBUS_SESSION_BUS_ADDRESS }];
  });
