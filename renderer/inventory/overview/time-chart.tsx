import { useRef, useState } from 'react';

import { useInventory } from '../../stores';
import { counted } from '../../words/count-words';
import { useWidth } from '../grid/use-width';
import { BarButtons } from './bar-buttons';
import { ChartFigure } from './chart-figure';
import type { TimeBar } from './due-timeline';
import { TimeDrawing } from './time-drawing';
import { dueInWords, timeWords } from './time-words';
import { useIsOn, usePress } from './use-press';
import { timeChoice, useTimeline } from './use-timeline';

/** Narrower than this, a bar a week would be too thin to be pressed. */
const WIDE_ENOUGH_FOR_WEEKS = 14 * 28;

/** What comes due in the next 90 days by the policy, and what CircleCI lets expire: two facts, apart above and below a line. */
export function TimeChart() {
  const plot = useRef<HTMLDivElement>(null);
  const width = useWidth(plot);
  const [pointed, setPointed] = useState<number>();
  const now = useInventory((state) => state.now);
  const bars = useTimeline(width < WIDE_ENOUGH_FOR_WEEKS ? 14 : 7);
  const [press, isOn] = [usePress(), useIsOn()];
  const told = pointed === undefined ? undefined : bars[pointed];
  const read = told === undefined ? bars.slice(1) : [told];
  const ending = read.reduce((sum, { excepted }) => sum + excepted, 0);
  const buttons = (series: 'due' | 'expires', words: (bar: TimeBar) => string) =>
    bars.map((bar) => ({
      key: bar.value,
      words: `${timeWords(bar, now)}: ${words(bar)}`,
      isOn: isOn(timeChoice(series, bar.value)),
      hasTokens: bar[series] > 0,
      onPress: () => {
        press(timeChoice(series, bar.value));
      },
    }));
  return (
    <ChartFigure
      title="Due in the next 90 days"
      reading={told && timeWords(told, now)}
      legend={[
        {
          fill: told?.from === undefined && told !== undefined ? 'overdue' : 'due',
          name: ending === 0 ? 'Due by policy' : `Due by policy (${counted(ending, 'exception')})`,
          count: read.reduce((sum, { due }) => sum + due, 0),
        },
        {
          fill: 'expires',
          name: 'Expire at CircleCI',
          count: read.reduce((sum, { expires }) => sum + expires, 0),
        },
      ]}
      plot={plot}
      buttons={
        <>
          <BarButtons
            name="Due by policy"
            className="due-buttons"
            pointed={pointed}
            onPoint={setPointed}
            bars={buttons('due', dueInWords)}
          />
          <BarButtons
            name="Expiry at CircleCI"
            className="expires-buttons"
            pointed={pointed}
            onPoint={setPointed}
            bars={buttons('expires', ({ expires }) => `${counted(expires, 'token')} expire at CircleCI`)}
          />
        </>
      }
      drawing={<TimeDrawing width={width} bars={bars} now={now} />}
    />
  );
}
