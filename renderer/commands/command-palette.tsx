import { useId, useState, type KeyboardEvent } from 'react';

import { Dialog } from '../design/dialog';
import { useStores } from '../stores';
import { counted } from '../words/count-words';
import { canRun, refusalOf, type Command } from './command';
import { selectCommands } from './command-store';
import { CommandOption } from './command-option';
import { KeyCaps } from './key-caps';
import { rankCommands } from './rank-commands';

interface PaletteProps {
  readonly onClose: () => void;
  /** Called with a command that can run now. */
  readonly onRun: (command: Command) => void;
}

/** All commands by name: type a few letters, press Enter. */
export function CommandPalette({ onClose, onRun }: PaletteProps) {
  const { commands } = useStores();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [refusal, setRefusal] = useState<string>();
  const listId = useId();
  const shown = rankCommands(selectCommands(commands.getState()), text).filter(
    ({ id }) => id !== 'open-palette',
  );
  const optionId = (index: number) => `${listId}-${String(index)}`;

  const move = (to: number) => {
    setRefusal(undefined);
    setActive(shown.length === 0 ? 0 : (to + shown.length) % shown.length);
  };
  const choose = (command: Command | undefined) => {
    if (command === undefined) return;
    if (canRun(command)) onRun(command);
    else setRefusal(refusalOf(command));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = {
      ArrowDown: () => move(active + 1),
      ArrowUp: () => move(active - 1),
      Enter: () => choose(shown[active]),
    }[event.key];
    if (act === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    act();
  };

  return (
    <Dialog
      title="Commands"
      isSmall
      onCancel={onClose}
      foot={
        <p role="status" className="palette-status">
          {refusal ?? counted(shown.length, 'command')}
          <span className="palette-keys" aria-hidden>
            <KeyCaps keys="Enter" /> runs it <KeyCaps keys="Esc" /> closes
          </span>
        </p>
      }
    >
      <input
        data-focus-first
        className="input"
        role="combobox"
        aria-label="Find a command"
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown.length === 0 ? undefined : optionId(active)}
        placeholder="Find a command"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setRefusal(undefined);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} role="listbox" aria-label="Commands" className="palette-list">
        {shown.map((command, index) => (
          <CommandOption
            key={command.id}
            id={optionId(index)}
            command={command}
            isActive={index === active}
            onPoint={() => {
              if (index !== active) move(index);
            }}
            onChoose={() => {
              choose(command);
            }}
          />
        ))}
        {shown.length === 0 && (
          <li role="option" aria-selected={false} aria-disabled className="palette-option quiet">
            No command of this name
          </li>
        )}
      </ul>
    </Dialog>
  );
}
