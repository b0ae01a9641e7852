import type { ReactNode } from 'react';

import { countWord } from '../../words/count-words';
import type { Choice } from './chosen';
import { useIsOn, usePress } from './use-press';

/** A count that can be pressed to see what it counts. */
export interface CountCell {
  readonly count: number;
  readonly choice: Choice;
  /** What it counts, for those who hear it by itself. */
  readonly words: string;
}

export interface CountRow {
  readonly key: string;
  readonly head: ReactNode;
  readonly cells: readonly CountCell[];
}

interface CountTableProps {
  readonly caption: string;
  readonly note?: string;
  readonly columns: readonly string[];
  readonly rows: readonly CountRow[];
}

/** A picture in numbers: every count is a button that does what a press on its bar does. */
export function CountTable({ caption, note, columns, rows }: CountTableProps) {
  const [press, isOn] = [usePress(), useIsOn()];
  return (
    <table className="count-table">
      <caption>
        {caption}
        {note !== undefined && <span className="visually-hidden">. {note}.</span>}
      </caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, head, cells }) => (
          <tr key={key}>
            <th scope="row">{head}</th>
            {cells.map(({ count, choice, words }) => (
              <td key={words}>
                {count === 0 && !isOn(choice) ? (
                  <span className="quiet">0</span>
                ) : (
                  <button
                    type="button"
                    className="count-button"
                    aria-label={`${countWord(count)} ${words}`}
                    aria-pressed={isOn(choice)}
                    onClick={() => {
                      press(choice);
                    }}
                  >
                    {countWord(count)}
                  </button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
