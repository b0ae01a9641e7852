import { SEGMENTS, type Segment } from './segments';

/** What bars are filled with: each by a pattern of its own, so that colour never tells them apart alone. */
export type Fill = Segment | 'due' | 'overdue' | 'expires';

/** The fills that are one colour; the others are patterns. */
const PLAIN: readonly Fill[] = ['admin', 'due', 'overdue'];

/** How a shape says what it is filled with. */
export const fillOf = (fill: Fill): string | undefined =>
  PLAIN.includes(fill) ? undefined : `url(#fill-${fill})`;

const LINES: Partial<Readonly<Record<Fill, string>>> = {
  'read-only': 'M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2',
  personal: 'M0,1.5 h6 M0,4.5 h6',
  other: 'M0,0.5 h6 M0.5,0 v6',
  expires: 'M-1,5 l2,2 M0,0 l6,6 M5,-1 l2,2',
};

/** The patterns themselves, once in the page; they follow the theme by their classes. */
export function Patterns() {
  const patterned = [...SEGMENTS, 'expires' as const].filter((fill) => !PLAIN.includes(fill));
  return (
    <svg className="patterns" width={0} height={0} aria-hidden>
      <defs>
        {patterned.map((fill) => (
          <pattern key={fill} id={`fill-${fill}`} width={6} height={6} patternUnits="userSpaceOnUse">
            <rect className={`ground ground-${fill}`} width={6} height={6} />
            {LINES[fill] === undefined ? (
              <circle className={`dot dot-${fill}`} cx={3} cy={3} r={1.2} />
            ) : (
              <path className={`lines lines-${fill}`} d={LINES[fill]} />
            )}
          </pattern>
        ))}
      </defs>
    </svg>
  );
}
