import { ok } from '../../shared/result';
import type { Features } from './features';
import type { Handlers } from './serve';

type Channels =
  'handover:reveal' | 'handover:hide' | 'handover:copy' | 'handover:deliver' | 'handover:stored';

export function handOverHandlers({
  rotation,
  copySecret,
  protectScreen,
}: Features): Pick<Handlers, Channels> {
  return {
    'handover:reveal': async ({ row }) => {
      const revealed = await rotation.reveal(row);
      if (!revealed.ok) return revealed;
      protectScreen(true); // SECURITY X9: only while a value is shown.
      return ok({ value: revealed.value.reveal() });
    },
    'handover:hide': () => {
      protectScreen(false);
      return Promise.resolve(ok(null));
    },
    'handover:copy': async ({ row }) => {
      const copied = await rotation.copyValue(row);
      return copied.ok ? ok(await copySecret(copied.value)) : copied;
    },
    'handover:deliver': ({ row, destinations }) => rotation.deliver(row, destinations),
    'handover:stored': ({ row }) => rotation.stored(row),
  };
}
