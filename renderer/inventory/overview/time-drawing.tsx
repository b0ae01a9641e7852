import { memo } from 'react';
import { Bar, BarChart, XAxis, YAxis, type BarShapeProps } from 'recharts';

import type { Instant } from '../../../shared/domain/instant';
import { AxisWords } from './axis-words';
import { BaseLine } from './base-line';
import { AXIS_HEIGHT, DUE_HEIGHT, EXPIRES_HEIGHT, PLOT_HEIGHT } from './chart-size';
import type { TimeBar } from './due-timeline';
import { FilledRect } from './filled-rect';
import { fittingCount } from './fitting-count';
import { timeScale } from './time-scale';
import { timeTick } from './time-words';

interface TimeDrawingProps {
  readonly width: number;
  readonly bars: readonly TimeBar[];
  readonly now: Instant;
}

/** What comes due, above the line, and what expires, below it, on one scale. Drawn anew only when it changes. */
export const TimeDrawing = memo(function TimeDrawing({ width, bars, now }: TimeDrawingProps) {
  const scale = timeScale(bars);

  const Due = ({ originalDataIndex: at, x, y, width: wide, height }: BarShapeProps) => {
    const bar = bars[at];
    if (bar === undefined || bar.due === 0) return null;
    return (
      <g>
        <FilledRect fill={at === 0 ? 'overdue' : 'due'} x={x} y={y} width={wide} height={height} />
        {bar.due > scale.most && (
          <path className="chart-break" d={`M${x - 2},${y + height / 2 + 4} l${wide + 4},-8`} />
        )}
        <text className="chart-count" x={x + wide / 2} y={y - 4} textAnchor="middle">
          {fittingCount(bar.due, width / bars.length)}
        </text>
      </g>
    );
  };

  const Expires = ({ originalDataIndex: at, x, y, width: wide, height }: BarShapeProps) => {
    const bar = bars[at];
    if (bar === undefined || bar.expires === 0) return null;
    const [top, tall] = [Math.min(y, y + height), Math.abs(height)];
    return (
      <g>
        <FilledRect fill="expires" x={x} y={top} width={wide} height={tall} />
        {bar.expires > scale.most && (
          <path className="chart-break" d={`M${x - 2},${top + tall / 2 + 4} l${wide + 4},-8`} />
        )}
        <text className="chart-count" x={x + wide / 2} y={top + tall + 10} textAnchor="middle">
          {fittingCount(bar.expires, width / bars.length)}
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
      stackOffset="sign"
      margin={{ top: 0, right: 0, bottom: AXIS_HEIGHT, left: 0 }}
    >
      <XAxis hide dataKey="value" />
      <AxisWords words={bars.map((bar) => timeTick(bar, now))} width={width} />
      <YAxis hide domain={[-EXPIRES_HEIGHT / scale.perToken, DUE_HEIGHT / scale.perToken]} />
      <Bar
        dataKey={({ due }: TimeBar) => Math.min(due, scale.most)}
        stackId="time"
        isAnimationActive={false}
        zIndex={0}
        shape={Due}
      />
      <Bar
        dataKey={({ expires }: TimeBar) => -Math.min(expires, scale.most)}
        stackId="time"
        isAnimationActive={false}
        zIndex={0}
        shape={Expires}
      />
      <BaseLine width={width} y={DUE_HEIGHT} />
    </BarChart>
  );
});
