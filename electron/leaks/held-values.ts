import type { TokenForm } from '../../shared/domain/found-token';
import {
  parseFoundId,
  type FoundId,
  type FoundMatch,
  type FoundToken,
  type Life,
} from '../../shared/domain/found-token';
import { HELD_MINUTES } from '../../shared/domain/folder-scan';
import type { Clock } from '../clock';
import type { SecretValue } from '../credentials/secret-value';

interface Held {
  readonly found: FoundToken;
  readonly value: SecretValue;
}

/** The values that were found, in memory only, and for a while only. */
export interface HeldValues {
  /** The value under its id; the same value has the same id. */
  readonly hold: (form: TokenForm, value: SecretValue, matches: () => readonly FoundMatch[]) => FoundToken;
  readonly find: (id: FoundId) => Held | undefined;
  /** Remembers what a host said; nothing where the value was forgotten meanwhile. */
  readonly learn: (id: FoundId, life: Life) => FoundToken | undefined;
  readonly all: () => readonly FoundToken[];
  readonly count: () => number;
  /** Begins anew: forgets everything, and will forget what comes now when its time is over. */
  readonly begin: () => void;
  readonly forget: () => void;
}

export interface HeldPorts {
  readonly clock: Pick<Clock, 'wait'>;
  readonly randomId: () => string;
  /** Told when the time of what is held was over. */
  readonly expired: () => void;
}

export function openHeldValues({ clock, randomId, expired }: HeldPorts): HeldValues {
  const held = new Map<FoundId, Held>();
  /** Few values share their last characters, so that looking for an equal one is quick without revealing any. */
  const byEnd = new Map<string, FoundId[]>();
  let timer: AbortController | undefined;

  const forget = () => {
    timer?.abort();
    timer = undefined;
    held.clear();
    byEnd.clear();
  };

  const known = (value: SecretValue, end: string) =>
    byEnd
      .get(end)
      ?.map((id) => held.get(id))
      .find((one) => one?.value.equals(value) === true);

  return {
    hold: (form, value, matches) => {
      const end = value.lastFour ?? '';
      const before = known(value, end);
      if (before !== undefined) return before.found;
      const id = newId(randomId);
      const found = { id, form, lastFour: end, matches: matches(), life: { kind: 'not-asked' } } as const;
      held.set(id, { found, value });
      byEnd.set(end, [...(byEnd.get(end) ?? []), id]);
      return found;
    },
    find: (id) => held.get(id),
    learn: (id, life) => {
      const one = held.get(id);
      if (one === undefined) return undefined;
      const found = { ...one.found, life };
      held.set(id, { ...one, found });
      return found;
    },
    all: () => [...held.values()].map(({ found }) => found),
    count: () => held.size,
    begin: () => {
      forget();
      const mine = new AbortController();
      timer = mine;
      void clock.wait(HELD_MINUTES * 60_000, mine.signal).then(() => {
        if (timer !== mine) return;
        forget();
        expired();
      });
    },
    forget,
  };
}

function newId(randomId: () => string): FoundId {
  const id = parseFoundId(`fnd_${randomId()}`);
  if (id === undefined) throw new Error('32 hex digits are always an id');
  return id;
}
