import type { AgeLimit } from './age-bands';
import { FilledRect } from './filled-rect';

interface LimitLabelProps {
  readonly limit: AgeLimit;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly isShort: boolean;
}

const SWATCH = 8;

/** A limit's line, and above it its days and the fills of those whom it is for. */
export function LimitLabel({ limit: { days, segments }, x, y, height, isShort }: LimitLabelProps) {
  return (
    <g transform={`translate(${x}, ${y})`}>
      <line className="chart-limit" y2={height} />
      <text x={-2} y={-5} textAnchor="end">
        {isShort ? days : `limit ${days}`}
      </text>
      {segments.map((segment, index) => (
        <FilledRect
          key={segment}
          fill={segment}
          x={2 + index * (SWATCH + 2)}
          y={-5 - SWATCH}
          width={SWATCH}
          height={SWATCH}
        />
      ))}
    </g>
  );
}
