import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Notice, ReminderFacts, ReminderSettings, SinceLastLook } from '../../shared/domain/reminder';
import type { Rules } from '../../shared/domain/standing';
import { err, ok, type Result } from '../../shared/result';
import type { Clock } from '../clock';
import { oneAtATime } from '../files/one-at-a-time';
import { untilNextCheck } from './next-check';
import type { ReminderFiles, ReminderMemory } from './reminder-files';
import { noticeOf, sessionNotice, TEST_NOTICE, type OrganisationNews } from './reminder-words';
import { reminders, type Told } from './reminders';
import { sinceLastLook, type CountsSince, type Organisation } from './since-last-look';

export interface ReminderPorts {
  readonly files: ReminderFiles;
  readonly organisations: () => Promise<readonly Organisation[]>;
  /** Whether a connection outlives the app: what was told of others is not written down. */
  readonly isRemembered: (connection: ConnectionId) => boolean;
  readonly countsSince: CountsSince;
  readonly rules: () => Rules;
  readonly warnSteps: () => readonly number[];
  readonly clock: Clock;
  readonly notifier: { readonly isSupported: () => boolean; readonly show: (notice: Notice) => void };
  readonly showBadge: (count: number) => void;
}

const NOTHING_TOLD: Told = new Map();

/** Tells of what becomes due, each token once a step. */
export interface ReminderDesk {
  /** Looks at what is due and tells what is new. */
  readonly check: () => Promise<void>;
  /** Checks now, every hour and at midnight in UTC, until the signal is aborted. */
  readonly run: (signal: AbortSignal) => Promise<void>;
  readonly settings: () => ReminderFacts;
  readonly change: (settings: ReminderSettings) => Promise<Result<ReminderFacts, 'disk'>>;
  readonly test: () => Result<null, 'not-supported'>;
  /** Nothing on the first start. */
  readonly since: () => Promise<SinceLastLook | undefined>;
  /** Resolves when no check is under way. */
  readonly idle: () => Promise<void>;
}

export async function openReminderDesk(ports: ReminderPorts): Promise<ReminderDesk> {
  const { files, clock, notifier, rules } = ports;
  let memory: ReminderMemory = await files.memory();
  let told = await files.told();
  const lastSeen = memory.seen;
  const inOrder = oneAtATime();
  let isWaiting = false;

  const see = async (organisations: readonly Organisation[]) => {
    const looks = organisations.flatMap(({ connection, takenAt }) =>
      takenAt === undefined || !ports.isRemembered(connection) ? [] : [[connection, takenAt] as const],
    );
    memory = { ...memory, seen: { at: clock.now(), looks: new Map(looks) } };
    await files.remember(memory);
  };

  /** Written down first: what was told twice is worse than what a crash swallowed in between. */
  const tell = async (news: readonly OrganisationNews[], next: ReadonlyMap<ConnectionId, Told>) => {
    const isChanged = [...next].some(([connection, now]) => (told.get(connection) ?? NOTHING_TOLD) !== now);
    if (!isChanged) return;
    told = next;
    await files.keepTold(new Map([...told].filter(([connection]) => ports.isRemembered(connection))));
    const notice = noticeOf(news);
    if (notice !== undefined) notifier.show(notice);
  };

  const remindOfSession = async (dueNow: number) => {
    const { nextSession, toldSession } = memory;
    if (nextSession === undefined || nextSession > clock.now() || toldSession === nextSession) return;
    memory = { ...memory, toldSession: nextSession };
    await files.remember(memory);
    notifier.show(sessionNotice(nextSession, dueNow));
  };

  const checkNow = async () => {
    isWaiting = false;
    const organisations = await ports.organisations();
    const next = new Map<ConnectionId, Told>();
    const news: OrganisationNews[] = [];
    let dueNow = 0;
    for (const { connection, name, tokens } of organisations) {
      const before = told.get(connection) ?? NOTHING_TOLD;
      const found = reminders(tokens, rules(), ports.warnSteps(), clock.now(), before);
      next.set(connection, found.told);
      news.push({ name, news: found.news });
      dueNow += found.dueNow;
    }
    ports.showBadge(memory.isOn ? dueNow : 0);
    // What cannot be shown now is not called told.
    if (memory.isOn && notifier.isSupported()) {
      await tell(news, next);
      await remindOfSession(dueNow);
    }
    await see(organisations);
  };

  /** However often it is asked for while one is under way, one more follows. */
  const check = () => {
    if (isWaiting) return Promise.resolve();
    isWaiting = true;
    return inOrder(checkNow);
  };

  const facts = (): ReminderFacts => {
    const { isOn, nextSession } = memory;
    return {
      isOn,
      isSupported: notifier.isSupported(),
      ...(nextSession !== undefined && { nextSession }),
    };
  };

  return {
    check,
    run: async (signal) => {
      while (!signal.aborted) {
        await check();
        await clock.wait(untilNextCheck(clock.now()), signal);
      }
    },
    settings: facts,
    change: async ({ isOn, nextSession }) => {
      const kept = await inOrder(async () => {
        const { nextSession: _before, ...rest } = memory;
        const changed = { ...rest, isOn, ...(nextSession !== undefined && { nextSession }) };
        const written = await files.remember(changed);
        if (written.ok) memory = changed;
        return written;
      });
      if (!kept.ok) return kept;
      await check();
      return ok(facts());
    },
    test: () => {
      if (!notifier.isSupported()) return err('not-supported');
      notifier.show(TEST_NOTICE);
      return ok(null);
    },
    idle: () => inOrder(() => Promise.resolve()),
    since: async () =>
      lastSeen &&
      sinceLastLook(lastSeen, await ports.organisations(), rules(), clock.now(), ports.countsSince),
  };
}
