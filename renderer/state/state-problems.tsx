import { useEffect, useState } from 'react';

import type { StateProblem } from '../../shared/domain/state-problem';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { problemSentence } from './problem-words';

/** What did not fit when Rekey started, above everything else, until a person has put it away. */
export function StateProblems() {
  const [problems, setProblems] = useState<readonly StateProblem[]>([]);
  const [dismissed, setDismissed] = useState<readonly string[]>([]);

  useEffect(() => {
    const ask = async () => {
      const answer = await bridge['app:problems'](null);
      if (answer.ok) setProblems(answer.value);
    };
    void ask();
    return bridge['on:state:problems-changed'](() => void ask());
  }, []);

  const sentences = problems.map(problemSentence).filter((sentence) => !dismissed.includes(sentence));
  if (sentences.length === 0) return null;
  return (
    <div className="state-problems">
      <Alert>
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <Button
          look="plain"
          aria-label="Dismiss what did not fit when Rekey started"
          onClick={() => {
            setDismissed([...dismissed, ...sentences]);
          }}
        >
          Dismiss
        </Button>
      </Alert>
    </div>
  );
}
