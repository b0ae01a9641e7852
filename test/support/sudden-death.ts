import type { ElectronApplication } from 'playwright/test';

/** Where a process dies: before its n-th write to the journal (from 0), or right after that write is on the disk. */
export interface Death {
  readonly atWrite: number;
  readonly when: 'before' | 'after';
}

/**
 * Has the app's main process kill itself, for good and at once, at one write of its journal. It is done from outside, to
 * the runtime's own files: the app has no switch for it.
 */
export async function dieAt(app: ElectronApplication, death: Death): Promise<void> {
  await app.evaluate((_electron, { atWrite, when }) => {
    const prepare = async () => {
      const { promises } = process.getBuiltinModule('node:fs');
      const some = await promises.open(process.execPath, 'r');
      const files = Object.getPrototypeOf(some) as object;
      await some.close();
      type Method = (this: unknown, ...given: unknown[]) => Promise<void>;
      const append = Reflect.get(files, 'appendFile') as Method;
      const sync = Reflect.get(files, 'datasync') as Method;
      const die = () => process.kill(process.pid, 'SIGKILL');
      // The ledger grows the same way, a little after the deed: a death there is no death in the journal.
      const ledgers = new WeakSet<object>();
      let writes = -1;
      const dyingAppend: Method = function (...given) {
        if (String(given[0]).startsWith('{"number":')) {
          ledgers.add(this as object);
          return append.apply(this, given);
        }
        writes += 1;
        if (writes === atWrite && when === 'before') die();
        return append.apply(this, given);
      };
      const dyingSync: Method = async function () {
        await sync.call(this);
        // Journal and own changes may both be appended to before either is synced: no write is passed over then.
        if (writes >= atWrite && when === 'after' && !ledgers.has(this as object)) die();
      };
      Reflect.set(files, 'appendFile', dyingAppend);
      Reflect.set(files, 'datasync', dyingSync);
    };
    // Asked again where the answer was lost, it is prepared already: writes counted twice would be another death.
    const prepared: unknown = Reflect.get(globalThis, 'deathPrepared') ?? prepare();
    Reflect.set(globalThis, 'deathPrepared', prepared);
    return prepared;
  }, death);
}
