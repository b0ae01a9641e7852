/** Things, by their numbers from 0, that are joined into groups: which of a group is meant cannot be told. */
export interface Joined {
  readonly join: (one: number, other: number) => void;
  /** The same number for all of a group, and for no other. */
  readonly groupOf: (one: number) => number;
}

/** At first each of them is alone. To join and to ask costs the same, however many are joined already. */
export function openJoined(count: number): Joined {
  const parents = Array.from({ length: count }, (_none, index) => index);
  const sizes = parents.map(() => 1);
  const parentOf = (one: number) => parents[one] ?? one;
  const groupOf = (one: number): number => {
    let at = one;
    while (parentOf(at) !== at) {
      // The way is half as long for whoever asks next.
      parents[at] = parentOf(parentOf(at));
      at = parentOf(at);
    }
    return at;
  };
  return {
    join: (one, other) => {
      const [a, b] = [groupOf(one), groupOf(other)];
      if (a === b) return;
      const [small, large] = (sizes[a] ?? 1) < (sizes[b] ?? 1) ? [a, b] : [b, a];
      parents[small] = large;
      sizes[large] = (sizes[small] ?? 1) + (sizes[large] ?? 1);
    },
    groupOf,
  };
}
