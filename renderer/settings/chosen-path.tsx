import { useId, useState } from 'react';

import type { Refusal } from '../../shared/ipc/contract';
import type { Result } from '../../shared/result';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { targetFailureSentence } from './target-words';

interface ChosenPathProps {
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly path: string | undefined;
  /** Main's own dialog: a path is never typed. */
  readonly choose: () => Promise<Result<{ readonly path: string } | null, Refusal>>;
  readonly onChoose: (path: string) => void;
}

/** A file or a folder of this computer, shown by its path. */
export function ChosenPath({ label, hint, button, path, choose, onChoose }: ChosenPathProps) {
  const id = useId();
  const [problem, setProblem] = useState<string>();
  const ask = async () => {
    const chosen = await choose();
    setProblem(chosen.ok ? undefined : targetFailureSentence(chosen.error));
    if (chosen.ok && chosen.value !== null) onChoose(chosen.value.path);
  };
  return (
    <div className="field" role="group" aria-labelledby={id} aria-describedby={`${id}-hint`}>
      <span className="field-label" id={id}>
        {label}
      </span>
      <div className="line">
        <Button onClick={() => void ask()}>{button}</Button>
        <span className={path === undefined ? 'quiet' : 'mono chosen-path'}>{path ?? 'None chosen yet'}</span>
      </div>
      {problem !== undefined && <Alert>{problem}</Alert>}
      <p id={`${id}-hint`} className="quiet">
        {hint}
      </p>
    </div>
  );
}
