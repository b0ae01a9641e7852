import { createHash } from 'node:crypto';

import type { Channel } from '../../shared/ipc/channel-names';
import { err, ok } from '../../shared/result';
import { writeAtomically } from '../files/write-atomically';
import { policyDocument, readPolicyDocument } from '../policy/policy-document';
import type { Features } from './features';
import type { Handlers } from './serve';

type Channels = Extract<Channel, `policy:${string}`>;
type Needed = Pick<Features, 'policy' | 'note' | 'choosePolicyFile' | 'namePolicyFile'>;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The rules, and policies that come from files or go into them; the page never names a file. */
export function policyHandlers(features: Needed): Pick<Handlers, Channels> {
  const { policy: desk, note, choosePolicyFile, namePolicyFile } = features;
  return {
    'policy:facts': () => Promise.resolve(ok(desk.facts())),
    'policy:apply': ({ policy }) => desk.apply(policy),
    'policy:save-own': ({ policy }) => desk.saveOwn(policy),
    'policy:remove-own': ({ name }) => desk.removeOwn(name),
    'policy:grant': (draft) => desk.grant(draft),
    'policy:end-exception': ({ exception, reason }) => desk.endException(exception, reason),
    'policy:export': async ({ policy }) => {
      const path = await namePolicyFile();
      if (path === undefined) return err({ kind: 'declined' });
      const text = policyDocument(policy);
      const noted = await note({ kind: 'exported', what: 'policy', sha256: sha256(text) });
      if (!noted.ok) return err({ kind: 'ledger' });
      return writeAtomically(path, text).then(
        () => ok(null),
        () => err({ kind: 'disk' }),
      );
    },
    'policy:import': async () => {
      const path = await choosePolicyFile();
      if (path === undefined) return err({ kind: 'declined' });
      const read = await readPolicyDocument(path);
      if (!read.ok) return read;
      const { policy, text } = read.value;
      const fact = { kind: 'imported', what: 'policy', sha256: sha256(text), taken: 1, refused: 0 } as const;
      return (await note(fact)).ok ? ok(policy) : err({ kind: 'ledger' });
    },
  };
}
