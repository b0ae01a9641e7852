import { useId, useRef, type DragEvent } from 'react';

import { MOST_PASTED } from '../../shared/domain/folder-scan';
import { Button } from '../design/button';

interface FoundStartProps {
  readonly isBusy: boolean;
  readonly onPaste: (text: string) => void;
  readonly onFile: () => void;
  readonly onFolder: () => void;
}

/** Where what was found is given. SECURITY X2: read from its field once, when it is sent, and the field is emptied at once. */
export function FoundStart({ isBusy, onPaste, onFile, onFolder }: FoundStartProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const submit = () => {
    const typed = field.current?.value ?? '';
    if (field.current !== null) field.current.value = '';
    onPaste(typed);
  };
  const drop = async (event: DragEvent) => {
    event.preventDefault(); // SECURITY S13: what is dropped is read, and never opened.
    const [file] = event.dataTransfer.files;
    if (file !== undefined)
      onPaste(file.size > MOST_PASTED ? ' '.repeat(MOST_PASTED + 1) : await file.text());
  };

  return (
    <form
      className="stack"
      onDragOver={(event) => {
        event.preventDefault();
      }}
      onDrop={(event) => void drop(event)}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="field">
        <label className="field-label" htmlFor={id}>
          What was found
        </label>
        <textarea
          ref={field}
          id={id}
          rows={3}
          className="input found-text"
          aria-describedby={`${id}-hint`}
          autoComplete="off"
          spellCheck={false}
          data-focus-first
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            submit();
          }}
        />
        <p id={`${id}-hint`} className="quiet">
          Paste the token with whatever stands around it, or drop a file here. It is held in memory only and
          sent nowhere: Rekey forgets it when this closes, or after 10 minutes.
        </p>
      </div>
      <div className="line found-ways">
        <Button type="submit" look="primary" isBusy={isBusy}>
          Look for tokens
        </Button>
        <span className="quiet">or</span>
        <Button isBusy={isBusy} onClick={onFile}>
          Choose a file …
        </Button>
        <Button isBusy={isBusy} onClick={onFolder}>
          Search a folder …
        </Button>
      </div>
    </form>
  );
}
