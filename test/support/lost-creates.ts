import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { DemoProfile } from '../../electron/demo/demo-state';
import type { Fault } from '../../electron/demo/fault';
import type { NativeQuestion } from '../../electron/rotation/native-question';
import type { RotationPorts } from '../../electron/rotation/rotation-ports';
import { confirmed, planFirst, rowsOf } from './rotation-bench';
import { setUp } from './rotation-runs';
import { must } from './token-records';
import { valueOf } from './value-of';

const TOKENS = String.raw`/token$`;
export const NEVER_ARRIVES: Fault = {
  method: 'POST',
  path: TOKENS,
  times: 1,
  trouble: { kind: 'reset', when: 'before' },
};
export const ANSWER_LOST: Fault = { ...NEVER_ARRIVES, trouble: { kind: 'reset', when: 'after' } };
export const ARRIVES_TWICE: Fault = { ...NEVER_ARRIVES, trouble: { kind: 'arrives-twice' } };
/** The list is read before the create, and for the answer that was lost. */
export const COLLEAGUE_CREATES: Fault = {
  method: 'GET',
  path: TOKENS,
  after: 1,
  times: 1,
  trouble: { kind: 'second-admin', does: 'create', when: 'before' },
};

/** One token to rotate, and a person whose answers to main's confirmations a test chooses. */
export async function rotating(faults: readonly Fault[], profile: DemoProfile = 'cloud-time') {
  const { server, bench, folder } = await setUp([], profile);
  const asked: NativeQuestion[] = [];
  let answer = true;
  const over: Partial<RotationPorts> = {
    confirmNatively: (question) => {
      asked.push(question);
      return Promise.resolve(answer);
    },
  };
  const desk = await bench.openDesk(over);
  const plan = await planFirst(bench, desk, 1, profile === 'server-2');
  const { project: slug, label } = must(plan.rows[0]);
  const project = must(server.state.projects.find((one) => one.slug === slug));
  const before = project.tokens;
  server.setFaults(faults);
  valueOf(await confirmed(desk, plan));
  await desk.idle();
  server.setFaults([]);
  const journal = join(folder, 'rotation.journal');
  return {
    server,
    bench,
    folder,
    desk,
    over,
    project,
    before,
    label,
    id: must(rowsOf(desk)[0]).id,
    orphanQuestions: () => asked.filter(({ kind }) => kind === 'delete-orphan'),
    saysNo: () => {
      answer = false;
    },
    added: () => project.tokens.filter((token) => !before.includes(token)),
    /** Puts the journal back to where it was before its record of this kind. */
    rollBack: async (kind: string) => {
      const lines = (await readFile(journal, 'utf8')).split('\n');
      const at = lines.findIndex((line) => line.includes(`"kind":"${kind}"`));
      await writeFile(journal, `${lines.slice(0, at).join('\n')}\n`);
    },
  };
}
