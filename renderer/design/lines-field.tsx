import { useId, type TextareaHTMLAttributes } from 'react';

interface LinesFieldProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  readonly label: string;
  readonly hint: string;
}

/** A labelled field of several entries, one a line, with a hint that assistive technology reads too. */
export function LinesField({ label, hint, ...rest }: LinesFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className="input input-lines"
        aria-describedby={`${id}-hint`}
        rows={5}
        autoComplete="off"
        spellCheck={false}
        {...rest}
      />
      <p id={`${id}-hint`} className="quiet">
        {hint}
      </p>
    </div>
  );
}
