import { memo } from 'react';
import { Bar, BarChart, XAxis, YAxis, type BarShapeProps } from 'recharts';

import type { AgeLimit } from './age-bands';
import type { AgeBar } from './age-histogram';
import { AxisWords } from './axis-words';
import { BaseLine } from './base-line';
import { AXIS_HEIGHT, COUNT_HEIGHT, LIMITS_HEIGHT, PLOT_HEIGHT } from './chart-size';
import { FilledRect } from './filled-rect';
import { fittingCount } from './fitting-count';
import { LimitLabel } from './limit-label';
import { SEGMENTS, SEGMENT_SCOPES, type Segment } from './segments';
import { ageChoice } from './use-ages';
import type { Press } from './use-press';

interface AgeDrawingProps {
  readonly width: number;
  readonly bars: readonly AgeBar[];
  readonly limits: readonly AgeLimit[];
  readonly ages: readonly string[];
  readonly scopes: readonly string[];
  readonly onPress: Press;
  readonly onPoint: (bar: number) => void;
}

/** The width of a bar, with the gap beside it, that leaves room for a limit in full words. */
const ROOM_FOR_LIMIT = 76;

/** The bars of the ages, each stacked by scope, with the policy's limits between them. Drawn anew only when it changes. */
export const AgeDrawing = memo(function AgeDrawing(props: AgeDrawingProps) {
  const { width, bars, limits, ages, scopes, onPress, onPoint } = props;
  const most = Math.max(1, ...bars.map(({ total }) => total));
  const pitch = width / bars.length;
  const room = PLOT_HEIGHT - AXIS_HEIGHT - LIMITS_HEIGHT;
  const isChosen = (value: string, segment: Segment) =>
    scopes.length > 0 &&
    (ages.length === 0 || ages.includes(value)) &&
    SEGMENT_SCOPES[segment].every((scope) => scopes.includes(scope));

  // All parts of a bar by one shape: the library takes its time for each `Bar`, however little it draws.
  const Stack = ({ originalDataIndex: at, x, y, width: wide, height }: BarShapeProps) => {
    const bar = bars[at];
    if (bar === undefined || bar.total === 0) return null;
    return (
      <g>
        {stacked(bar).map(({ segment, from, to }) => (
          <FilledRect
            key={segment}
            fill={segment}
            x={x}
            y={y + height * (1 - to)}
            width={wide}
            height={height * (to - from)}
            isChosen={isChosen(bar.value, segment)}
            onPress={() => {
              onPress(ageChoice(bar.value, segment));
            }}
            onPoint={() => {
              onPoint(at);
            }}
          />
        ))}
        <text className="chart-count" x={x + wide / 2} y={y - 4} textAnchor="middle">
          {fittingCount(bar.total, pitch)}
        </text>
      </g>
    );
  };

  return (
    <BarChart
      width={width}
      height={PLOT_HEIGHT}
      data={bars}
      accessibilityLayer={false}
      barCategoryGap="22%"
      margin={{ top: LIMITS_HEIGHT, right: 0, bottom: AXIS_HEIGHT, left: 0 }}
    >
      <XAxis hide dataKey="value" />
      <YAxis hide domain={[0, (most * room) / (room - COUNT_HEIGHT)]} />
      <AxisWords words={bars.map(({ name }) => name)} width={width} />
      {limits.map((limit) => (
        <LimitLabel
          key={limit.days}
          limit={limit}
          x={(bars.findIndex(({ value }) => value === limit.after) + 1) * pitch}
          y={LIMITS_HEIGHT}
          height={room}
          isShort={pitch < ROOM_FOR_LIMIT}
        />
      ))}
      <BaseLine width={width} y={LIMITS_HEIGHT + room} />
      <Bar dataKey="total" isAnimationActive={false} zIndex={0} shape={Stack} />
    </BarChart>
  );
});

/** The parts of a bar that there are, as shares of it, from its foot up. */
function stacked({ counts, total }: AgeBar) {
  let to = 0;
  return SEGMENTS.filter((segment) => counts[segment] > 0).map((segment) => {
    const from = to;
    to += counts[segment] / total;
    return { segment, from, to };
  });
}
