import { useId } from 'react';

import type { LookFacts } from '../../../shared/domain/drift-report';
import type { Instant } from '../../../shared/domain/instant';
import { lookWord } from './drift-words';

const LAST = 'last';

interface SinceChoiceProps {
  /** The kept looks, the latest first: that one is the last look before the newest. */
  readonly looks: readonly LookFacts[];
  /** Nothing means the last look, whichever that is. */
  readonly since: Instant | undefined;
  readonly onChange: (since: Instant | undefined) => void;
}

/** Since when: the last look, or any that is kept. */
export function SinceChoice({ looks, since, onChange }: SinceChoiceProps) {
  const id = useId();
  const [last, ...earlier] = looks;
  if (last === undefined) return null;
  return (
    <div className="drift-since">
      <label htmlFor={id}>Changes since</label>
      <select
        id={id}
        className="input"
        value={since ?? LAST}
        onChange={({ target }) => {
          onChange(target.value === LAST ? undefined : Number(target.value));
        }}
      >
        <option value={LAST}>Last look: {lookWord(last)}</option>
        {earlier.map((look, index) => (
          <option key={index} value={look.takenAt}>
            {lookWord(look)}
          </option>
        ))}
      </select>
    </div>
  );
}
