import { useEffect, useRef } from 'react';

import { canRun, type Command } from './command';
import { KeyCaps } from './key-caps';

interface CommandOptionProps {
  readonly id: string;
  readonly command: Command;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

/** One command in the palette; the active one is in view. */
export function CommandOption({ id, command, isActive, onPoint, onChoose }: CommandOptionProps) {
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  const [keys] = command.keys ?? [];
  return (
    <li
      ref={element}
      id={id}
      role="option"
      aria-selected={isActive}
      aria-disabled={!canRun(command)}
      className="palette-option"
      onPointerMove={onPoint}
      onClick={onChoose}
    >
      <span className="cut">{command.title}</span>
      <span className="palette-section">{command.section}</span>
      {keys !== undefined && <KeyCaps keys={keys} />}
    </li>
  );
}
