import { countWord } from '../../words/count-words';
import { selectCoverageTotals } from './coverage-totals';
import { useInventory, useStores } from '../../stores';
import { dueAmong } from '../selection';
import type { Key } from '../rows/query';
import type { TokenRows } from '../rows/token-rows';
import type { Choice } from './chosen';
import { useCounted } from './use-counted';
import { useIsOn, usePress } from './use-press';
import { stateChoice, useStates } from './use-states';

const DUE: Choice = { due: ['now'] };
const OVERDUE_ADMIN = stateChoice('overdue', 'admin');
const UNKNOWN: Choice = { age: ['unknown'] };

const DUE_KEYS: readonly Key[] = ['due'];
const AGE_KEYS: readonly Key[] = ['age'];

const countDue = (rows: TokenRows, some: Uint32Array) => dueAmong(rows, some).length;
const countUnknown = ({ columns: { created } }: TokenRows, some: Uint32Array) => {
  const values = created.values();
  return some.filter((row) => Number.isNaN(values[row])).length;
};

/** What matters at a glance, in plain numbers: each is a button that shows what it counts. */
export function Strip() {
  const due = useCounted(DUE_KEYS, countDue);
  const overdueAdmin = useStates().find(({ state }) => state === 'overdue')?.counts.admin ?? 0;
  const unknown = useCounted(AGE_KEYS, countUnknown);
  return (
    <div className="strip" role="group" aria-label="At a glance">
      <StripNumber count={due} words="due" choice={DUE} />
      <StripNumber
        count={overdueAdmin}
        words="overdue Admin"
        choice={OVERDUE_ADMIN}
        tone="danger"
        shape="●"
      />
      <StripNumber count={unknown} words="unknown age" choice={UNKNOWN} tone="unknown" shape="?" />
      <StripCoverage />
    </div>
  );
}

interface StripNumberProps {
  readonly count: number;
  readonly words: string;
  readonly choice: Choice;
  readonly tone?: 'danger' | 'unknown';
  readonly shape?: string;
}

function StripNumber({ count, words, choice, tone, shape }: StripNumberProps) {
  const [press, isOn] = [usePress(), useIsOn()];
  return (
    <button
      type="button"
      className="chip strip-number"
      aria-pressed={isOn(choice)}
      disabled={count === 0 && !isOn(choice)}
      onClick={() => {
        press(choice);
      }}
    >
      {shape !== undefined && (
        <span className={`badge-shape tone-${tone ?? 'quiet'}`} aria-hidden>
          {shape}
        </span>
      )}
      <b>{countWord(count)}</b> {words}
    </button>
  );
}

/** How much of the projects could be read; leads to which could not, and why. */
function StripCoverage() {
  const { inventory } = useStores();
  const totals = useInventory(selectCoverageTotals);
  if (totals === undefined) return null;
  const { read, projects, isComplete } = totals;
  return (
    <button
      type="button"
      className="chip strip-number"
      onClick={() => {
        inventory.setState({ tab: 'coverage' });
      }}
    >
      <b>{`${countWord(read)} of ${countWord(projects)}`}</b>
      <span className="strip-noun"> projects</span> {isComplete ? 'COMPLETE' : 'PARTIAL'} ▸
    </button>
  );
}
