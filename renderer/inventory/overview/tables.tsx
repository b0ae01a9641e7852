import { useInventory } from '../../stores';
import { counted } from '../../words/count-words';
import { valueWord } from '../query-words';
import { ageLimits, limitWords } from './age-bands';
import { CountTable } from './count-table';
import { SEGMENTS, SEGMENT_NAMES } from './segments';
import { dueInWords, timeWords } from './time-words';
import { ageChoice, useAges } from './use-ages';
import { stateChoice, useStates } from './use-states';
import { timeChoice, useTimeline } from './use-timeline';

/** The pictures in numbers, and the due states by scope beside them. */
export function Tables() {
  return (
    <>
      <AgeTable />
      <TimeTable />
      <StateTable />
    </>
  );
}

const NAMES = SEGMENTS.map((segment) => SEGMENT_NAMES[segment]);

function AgeTable() {
  const policy = useInventory((state) => state.rules.policy.maxAgeDays);
  const rows = useAges().map(({ value, words, counts, total }) => ({
    key: value,
    head: words,
    cells: [
      ...SEGMENTS.map((segment) => ({
        count: counts[segment],
        choice: ageChoice(value, segment),
        words: `${SEGMENT_NAMES[segment]}, ${words.toLowerCase()}`,
      })),
      { count: total, choice: ageChoice(value), words: `of all scopes, ${words.toLowerCase()}` },
    ],
  }));
  return (
    <CountTable
      caption="Age by scope"
      note={limitWords(ageLimits(policy))}
      columns={['Age', ...NAMES, 'All']}
      rows={rows}
    />
  );
}

const DAYS_A_ROW = 7;

function TimeTable() {
  const now = useInventory((state) => state.now);
  const rows = useTimeline(DAYS_A_ROW).map((bar) => {
    const words = timeWords(bar, now);
    const cell = (series: 'due' | 'expires', said: string) => ({
      count: bar[series],
      choice: timeChoice(series, bar.value),
      words: `${said}, ${words.toLowerCase()}`,
    });
    return {
      key: bar.value,
      head: bar.excepted === 0 ? words : `${words} (${counted(bar.excepted, 'exception')})`,
      cells: [cell('due', dueInWords(bar)), cell('expires', 'expire at CircleCI')],
    };
  });
  const columns = ['When', 'By policy', 'At CircleCI'];
  return <CountTable caption="Due and expiring" columns={columns} rows={rows} />;
}

function StateTable() {
  const rows = useStates().map(({ state, counts, total }) => {
    const name = valueWord('due', state);
    return {
      key: state,
      head: name,
      cells: [
        ...SEGMENTS.map((segment) => ({
          count: counts[segment],
          choice: stateChoice(state, segment),
          words: `${SEGMENT_NAMES[segment]}, ${name.toLowerCase()}`,
        })),
        { count: total, choice: stateChoice(state), words: `of all scopes, ${name.toLowerCase()}` },
      ],
    };
  });
  return <CountTable caption="Due state by scope" columns={['State', ...NAMES, 'All']} rows={rows} />;
}
