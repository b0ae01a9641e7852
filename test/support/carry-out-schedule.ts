import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { startDemoServer } from '../../electron/demo/demo-server';
import type { DemoState } from '../../electron/demo/demo-state';
import { openJournal } from '../../electron/rotation/journal';
import type { RotationDesk } from '../../electron/rotation/rotation-desk';
import { parseManualConsumerId } from '../../shared/domain/consumer';
import type { Destination } from '../../shared/domain/destination';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import type { PlanRow, RotationPlan } from '../../shared/domain/rotation-plan';
import { outcomeOf } from '../../shared/domain/rotation-run';
import { narrowerScopes } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import { actImpatiently } from './impatient-person';
import { checkInvariants, standing, type Before } from './invariants';
import { mortalDisk } from './mortal';
import { confirmed, CONNECTION, rotationBench, type RotationBench } from './rotation-bench';
import { valueOf } from './value-of';
import type { PlannedRow, Schedule } from './schedule';
import { must, NOW } from './token-records';

const SIZE = { projects: 4, tokens: 20 };
const IMMORTAL = { writes: Number.POSITIVE_INFINITY, isLastKept: true };

/** Lives one whole history against a real server, and checks every invariant after each life. Rejects where one is broken. */
export async function carryOutSchedule(schedule: Schedule, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const server = await startDemoServer({ profile: schedule.profile, seed: 3, now: NOW, size: SIZE });
  if (schedule.hasTwins) makeTwins(server.state);
  try {
    const bench = await rotationBench(server, folder);
    const before: Before = {
      seen: new Set(standing(server, bench).keys()),
      confirmed: planned(schedule, bench),
    };
    const [context] = server.state.contexts;
    const places = { context: must(context) };
    let isFirst = true;
    for (const life of [...schedule.lives, { ...IMMORTAL, choices: schedule.lastChoices }]) {
      const journal = valueOf(await openJournal(join(folder, 'rotation.journal')));
      const disk = mortalDisk(journal, bench.vault, life);
      const desk = await bench.openDesk({ journal: disk.journal, vaultOf: () => disk.vault });
      const work = isFirst
        ? async () => {
            const plan = await planAll(desk, schedule, bench, places);
            server.setFaults(schedule.faults);
            await confirmed(desk, plan);
          }
        : () => {
            resumeAll(desk);
            return Promise.resolve();
          };
      isFirst = false;
      const live = async () => {
        await desk.recover();
        await work();
        await actImpatiently(desk, life.choices);
        await desk.idle();
      };
      await Promise.race([live(), disk.death]);
      await checkInvariants(server, bench, folder, before);
      for (const run of desk.runs()) {
        if (outcomeOf(run) === 'done' && run.rows.some(({ step }) => step !== 'gone'))
          throw new Error('invariant 6: a run is said to be done');
      }
      await journal.close();
      await bench.close();
    }
  } finally {
    await server.stop();
  }
}

function makeTwins({ projects }: DemoState): void {
  for (const project of projects)
    project.tokens = project.tokens.map((token) => ({ ...token, label: 'twin', scope: 'all' }));
}

function resumeAll(desk: RotationDesk): void {
  for (const { id, phase } of desk.runs()) if (phase === 'interrupted') desk.control(id, 'resume');
}

/** The tokens that the schedule rotates: the first of the list, and Rekey's own where that is asked for. */
function planned({ rows, withOwn }: Schedule, bench: RotationBench): ReadonlySet<TokenRef> {
  const all = [...bench.records.values()];
  const first = all.filter(({ kind }) => kind === 'project').slice(0, rows.length);
  const own = withOwn ? all.filter(({ ownCredential }) => ownCredential === true) : [];
  return new Set([...first, ...own].map(({ ref }) => ref));
}

async function planAll(
  desk: RotationDesk,
  schedule: Schedule,
  bench: RotationBench,
  { context }: { readonly context: { readonly id: string; readonly name: string } },
): Promise<RotationPlan> {
  let plan = valueOf(await desk.plan(CONNECTION, [...planned(schedule, bench)]));
  for (const [index, row] of plan.rows.entries()) {
    const how = schedule.rows[index];
    const choice =
      how === undefined || row.kind === 'personal'
        ? { ref: row.ref, withOwn: true }
        : { ref: row.ref, ...choiceFor(row, how, index, context) };
    plan = valueOf(desk.choose(plan.id, { row: choice }));
  }
  return plan;
}

function choiceFor(
  row: PlanRow,
  { to, isNarrowed, hasChecklist }: PlannedRow,
  index: number,
  { id: contextId, name: contextName }: { readonly id: string; readonly name: string },
): Partial<PlanRow> {
  const variable = `ROTATED_${String(index)}`;
  const ofProject = (project: ProjectSlug): Destination => ({ kind: 'project-variable', project, variable });
  const ofContext: Destination = { kind: 'context-variable', contextId, contextName, variable };
  const own = ofProject(must(row.project));
  const destinations = {
    'project-variable': [own],
    'context-variable': [ofContext],
    'two-places': [ofContext, own],
    tray: [],
  }[to];
  const id = must(parseManualConsumerId(`use_${index.toString(16).padStart(16, '0')}`));
  const [narrower = row.scope] = isNarrowed ? narrowerScopes(row.scope) : [];
  return {
    destinations,
    checklist: hasChecklist ? [{ id, kind: 'manual', where: 'the wiki' }] : [],
    newScope: narrower,
  };
}
