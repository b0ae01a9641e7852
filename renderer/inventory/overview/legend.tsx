import { countWord } from '../../words/count-words';
import { FilledRect } from './filled-rect';
import type { Fill } from './patterns';

export interface LegendItem {
  readonly fill: Fill;
  readonly name: string;
  readonly count: number;
}

interface LegendProps {
  readonly items: readonly LegendItem[];
  /** True while the counts are those of one bar. */
  readonly isOfOne: boolean;
}

/** What the fills stand for, and how much of each there is: in the bar that is pointed at, or in all. */
export function Legend({ items, isOfOne }: LegendProps) {
  return (
    <ul className={isOfOne ? 'legend is-of-one' : 'legend'}>
      {items.map(({ fill, name, count }) => (
        <li key={fill} className={count === 0 ? 'is-none' : undefined}>
          <svg width={10} height={10} aria-hidden>
            <FilledRect fill={fill} x={0} y={0} width={10} height={10} />
          </svg>
          {name} <b>{countWord(count)}</b>
        </li>
      ))}
    </ul>
  );
}
