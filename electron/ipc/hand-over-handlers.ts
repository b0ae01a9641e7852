import type { RowId } from '../../shared/domain/rotation-run';
import { err, ok } from '../../shared/result';
import { badgeSink } from '../delivery/badge';
import { clipboardSink } from '../delivery/clipboard';
import type { SecretValue } from '../credentials/secret-value';
import type { Sink } from '../delivery/sink';
import type { Features } from './features';
import type { Handlers } from './serve';

type Channels =
  | 'handover:reveal'
  | 'handover:hide'
  | 'handover:copy'
  | 'handover:copy-badge'
  | 'handover:deliver'
  | 'handover:stored';

/** What is needed of the features, so that a test can stand in for them. */
export interface HandOverFeatures extends Pick<Features, 'clipboard' | 'protectScreen'> {
  readonly rotation: Pick<
    Features['rotation'],
    'reveal' | 'copyValue' | 'copyBadge' | 'deliver' | 'stored' | 'runs'
  >;
  readonly connections: Pick<Features['connections'], 'factsOf'>;
}

export function handOverHandlers({
  rotation,
  connections,
  clipboard,
  protectScreen,
}: HandOverFeatures): Pick<Handlers, Channels> {
  const { copy, clearNow, clearsAfterSeconds } = clipboard;
  const copyBy = async (sink: Sink, value: SecretValue) => {
    await sink.deliver(value, { label: '', scope: '' });
    return ok({ clearsAfterSeconds });
  };
  /** The rows whose value the page asked for and has not put away again. */
  const asked = new Map<RowId, object>();
  const shown = new Set<RowId>();

  return {
    'handover:reveal': async ({ row }) => {
      const mine = {};
      asked.set(row, mine);
      const revealed = await rotation.reveal(row);
      // Put away before it came: nobody looks any more, so the value stays here.
      if (asked.get(row) !== mine) return err({ kind: 'not-possible-now' });
      if (!revealed.ok) return revealed;
      shown.add(row);
      protectScreen(true); // SECURITY X9: only while a value is shown.
      return ok({ value: revealed.value.reveal() });
    },
    'handover:hide': ({ row }) => {
      asked.delete(row);
      shown.delete(row);
      protectScreen(shown.size > 0);
      return Promise.resolve(ok(null));
    },
    'handover:copy': async ({ row }) => {
      const copied = await rotation.copyValue(row);
      return copied.ok ? copyBy(clipboardSink(copy, clearNow), copied.value) : copied;
    },
    'handover:copy-badge': async ({ row: id, form }) => {
      const run = rotation.runs().find(({ rows }) => rows.some((row) => row.id === id));
      const row = run?.rows.find((one) => one.id === id);
      const facts = run && connections.factsOf(run.connection);
      // A badge is read by anybody: no other scope than Status goes into one.
      if (row?.project === undefined || facts === undefined || row.newScope !== 'status')
        return err({ kind: 'not-possible-now' });
      const copied = await rotation.copyBadge(id);
      if (!copied.ok) return copied;
      const { address, capabilities } = facts;
      const badge = { address, product: capabilities.product, slug: row.project };
      return copyBy(badgeSink(badge, form, copy, clearNow), copied.value);
    },
    'handover:deliver': ({ row, destinations }) => rotation.deliver(row, destinations),
    'handover:stored': ({ row }) => rotation.stored(row),
  };
}
