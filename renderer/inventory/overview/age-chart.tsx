import { useMemo, useRef, useState } from 'react';

import { useInventory } from '../../stores';
import { counted, countWord } from '../../words/count-words';
import { useWidth } from '../grid/use-width';
import { ageLimits, limitWords } from './age-bands';
import { AgeDrawing } from './age-drawing';
import type { AgeBar } from './age-histogram';
import { BarButtons } from './bar-buttons';
import { ChartFigure } from './chart-figure';
import { SEGMENTS, SEGMENT_NAMES } from './segments';
import { ageChoice, useAges } from './use-ages';
import { useChosen } from './use-chosen';
import { useIsOn, usePress } from './use-press';

/** How old the tokens are, by scope: a press on a bar shows its tokens, one on a part of it those of that scope. */
export function AgeChart() {
  const plot = useRef<HTMLDivElement>(null);
  const width = useWidth(plot);
  const [pointed, setPointed] = useState<number>();
  const policy = useInventory((state) => state.rules.policy.maxAgeDays);
  const limits = useMemo(() => ageLimits(policy), [policy]);
  const bars = useAges();
  const [ages, scopes] = [useChosen('age'), useChosen('scope')];
  const [press, isOn] = [usePress(), useIsOn()];
  const told = pointed === undefined ? undefined : bars[pointed];
  const read = told === undefined ? bars : [told];
  return (
    <ChartFigure
      title="Age by scope"
      note={limitWords(limits)}
      reading={told?.words}
      legend={SEGMENTS.filter((segment) => bars.some(({ counts }) => counts[segment] > 0)).map((segment) => ({
        fill: segment,
        name: SEGMENT_NAMES[segment],
        count: read.reduce((sum, { counts }) => sum + counts[segment], 0),
      }))}
      plot={plot}
      buttons={
        <BarButtons
          name="Age by scope"
          className="age-buttons"
          pointed={pointed}
          onPoint={setPointed}
          bars={bars.map((bar) => ({
            key: bar.value,
            words: ageWords(bar),
            isOn: isOn(ageChoice(bar.value)),
            isPartlyOn: ages.includes(bar.value) && scopes.length > 0,
            hasTokens: bar.total > 0,
            onPress: () => {
              press(ageChoice(bar.value));
            },
          }))}
        />
      }
      drawing={
        <AgeDrawing
          width={width}
          bars={bars}
          limits={limits}
          ages={ages}
          scopes={scopes}
          onPress={press}
          onPoint={setPointed}
        />
      }
    />
  );
}

/** `31 to 90 days: 120 tokens, 40 Admin, 80 Status`. */
function ageWords({ words, total, counts }: AgeBar): string {
  const parts = SEGMENTS.filter((segment) => counts[segment] > 0).map(
    (segment) => `${countWord(counts[segment])} ${SEGMENT_NAMES[segment]}`,
  );
  return [`${words}: ${counted(total, 'token')}`, ...parts].join(', ');
}
