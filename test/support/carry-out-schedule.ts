import { SecretValue } from '../../electron/credentials/secret-value';
import type { DemoState, DemoToken } from '../../electron/demo/demo-state';
import type { RotationDesk } from '../../electron/rotation/rotation-desk';
import { answerHonestly } from './history/honest-answer';
import { inProcessHost, type InProcessHost } from './history/in-process-host';
import { lifeDisk } from './history/life-disk';
import { newPaper, recordsOn } from './history/paper';
import { finishAll } from './history/patient-person';
import { chosenFor, planHistory, wantedOf } from './history/plan-history';
import { struckClock, type StruckClock } from './history/struck-clock';
import { openWitness, type Witness } from './history/witness';
import { actImpatiently } from './impatient-person';
import { checkInvariants } from './invariants';
import { confirmed, rotationBench, type RotationBench } from './rotation-bench';
import type { Life, Schedule } from './schedule';
import { NOW } from './token-records';

const SIZE = { projects: 4, tokens: 20 };
const IMMORTAL = { writes: Number.POSITIVE_INFINITY, lastWrite: 'kept', vault: 'well' } as const;

interface History {
  readonly schedule: Schedule;
  readonly clock: StruckClock;
  readonly host: InProcessHost;
  readonly bench: RotationBench;
  readonly witness: Witness;
}

/**
 * Lives one whole history over the demo server's state. Every request and every record is looked at when it takes effect,
 * every invariant is checked after each life, and at the end, with nothing in the way, all must come to an end. Rejects
 * where something is broken.
 */
export async function carryOutSchedule(schedule: Schedule): Promise<void> {
  const clock = struckClock();
  const { profile, intrusions } = schedule;
  const host = inProcessHost({ profile, seed: 3, now: NOW, size: SIZE }, clock);
  answerAs(schedule.answers, host.state);
  if (schedule.hasTwins) makeTwins(host.state);
  const bench = await rotationBench(host, '/nowhere', { clock, connect: host.connect });
  const chosen = chosenFor(schedule, [...bench.records.values()]);
  const paper = newPaper();
  const witness = openWitness({ host, bench, paper, wanted: wantedOf(chosen), intrusions, now: clock.now });
  const history = { schedule, clock, host, bench, witness };

  const begin = async (desk: RotationDesk) => {
    const plan = await planHistory(desk, schedule, chosen, host.state);
    host.setFaults(faultsOf(schedule));
    if (plan !== undefined) await confirmed(desk, plan);
  };
  const resume = (desk: RotationDesk) => {
    for (const { id, phase } of desk.runs()) if (phase === 'interrupted') desk.control(id, 'resume');
    return Promise.resolve();
  };
  const lives = [...schedule.lives, { ...IMMORTAL, choices: schedule.lastChoices }];
  for (const [number, life] of lives.entries()) {
    await live(history, life, async (desk) => {
      await desk.recover();
      await (number === 0 ? begin(desk) : resume(desk));
      const { asked } = witness;
      const { moveOn } = clock;
      await actImpatiently(desk, life.choices, {
        asked,
        works: witness.works,
        moveOn,
        reconnect: () => reconnect(history, desk, 'another'),
      });
      await desk.idle();
    });
  }

  host.setFaults([]);
  witness.intruder.stop();
  await live(history, { ...IMMORTAL, choices: [] }, async (desk) => {
    await reconnect(history, desk);
    await finishAll(desk, witness, () => reconnect(history, desk, 'another'));
  });
}

/** One life of the app, to its death or to the end of what is done in it. */
async function live(
  { host, bench, witness }: History,
  life: Life,
  work: (desk: RotationDesk) => Promise<void>,
): Promise<void> {
  if (life.vault === 'session') witness.paper.loseValues();
  witness.asked.toDelete.clear();
  const { rolledBack } = life;
  if (rolledBack !== undefined && witness.paper.putBack(rolledBack.to, rolledBack.withVault))
    witness.wentBack(recordsOn(witness.paper));
  // A client, with all that waits in it, belongs to the life that made it.
  bench.reconnect(bench.credential());
  const { death, ...ports } = lifeDisk(witness.paper, life, witness.written);
  const desk = await bench.openDesk({
    ...ports,
    confirmNatively: (question) => Promise.resolve(answerHonestly(question, witness)),
  });
  await Promise.race([work(desk), death]);
  host.cutOff();
  const broken = witness.broken();
  if (broken !== undefined) throw new Error(`invariant ${broken}`);
  checkInvariants(witness, desk.runs());
}

/** A person types a token of the account: the one that is at work, where it still does, or the next one. */
async function reconnect(
  { host, bench, witness }: History,
  desk: RotationDesk,
  which: 'same' | 'another' = 'same',
): Promise<void> {
  const own = bench.credential().reveal();
  // A deletion that is on its way to the host while the person types cannot be called back.
  const isUnderWay = witness.rows().some(({ kind, step }) => kind === 'personal' && step === 'deleting');
  if (which === 'another' && isUnderWay) return;
  const full = host.state.personal.filter(
    (token) => token.scope === 'full' && (token.value === own || isKnownToPeople(token, witness)),
  );
  const at = full.findIndex(({ value }) => value === own);
  const token = full[which === 'same' ? Math.max(at, 0) : (at + 1) % full.length];
  if (token !== undefined && token.value !== own) witness.asked.abandoned.add(own);
  if (token !== undefined) bench.reconnect(new SecretValue(token.value));
  await desk.recover();
}

/** Nobody can type a value that nobody has seen. */
function isKnownToPeople(token: DemoToken, { refFor, made, rows, asked }: Witness): boolean {
  const ref = refFor(token, undefined);
  const isSeen = rows().some((row) => row.newRef === ref && (row.wasRevealed || row.wasCopied));
  return !made.has(ref) || isSeen || asked.abandoned.has(token.value);
}

function answerAs({ isPublic, ...answers }: Schedule['answers'], { projects, behaviour }: DemoState): void {
  Object.assign(behaviour, answers);
  for (const project of projects) project.isPublic = isPublic;
}

/** Where tokens are told by their values alone, a wrong one is a token of its own: no list shows it. */
const faultsOf = ({ profile, faults }: Schedule) =>
  profile === 'server-2' ? faults.filter(({ trouble }) => trouble.kind !== 'wrong-value') : faults;

function makeTwins({ projects }: DemoState): void {
  for (const project of projects)
    project.tokens = project.tokens.map((token) => ({ ...token, label: 'twin', scope: 'all' }));
}
