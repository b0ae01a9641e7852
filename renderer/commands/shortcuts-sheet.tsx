import { Button } from '../design/button';
import { Dialog } from '../design/dialog';
import { useStores } from '../stores';
import { selectCommands } from './command-store';
import { KeyCaps } from './key-caps';
import { GRID_SHORTCUTS, WINDOW_SHORTCUTS, type Shortcut } from './other-shortcuts';

/** Every key there is, by section. */
export function ShortcutsSheet({ onClose }: { readonly onClose: () => void }) {
  const { commands } = useStores();
  const withKeys = selectCommands(commands.getState()).filter(({ keys = [] }) => keys.length > 0);
  const sections = [...new Set(withKeys.map(({ section }) => section))];
  return (
    <Dialog
      title="Keyboard shortcuts"
      onCancel={onClose}
      foot={
        <Button data-focus-first onClick={onClose}>
          Close
        </Button>
      }
    >
      <div className="shortcuts">
        {sections.map((name) => (
          <ShortcutList
            key={name}
            name={name}
            list={withKeys
              .filter(({ section }) => section === name)
              .map(({ title, keys = [] }) => ({ title, keys }))}
          />
        ))}
        <ShortcutList name="Window" list={WINDOW_SHORTCUTS} />
        <ShortcutList name="In the grid of tokens" list={GRID_SHORTCUTS} />
      </div>
    </Dialog>
  );
}

function ShortcutList({ name, list }: { readonly name: string; readonly list: readonly Shortcut[] }) {
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      <dl>
        {list.map(({ title, keys }) => (
          <div key={title} className="shortcut">
            <dt>{title}</dt>
            <dd>
              {keys.map((written) => (
                <KeyCaps key={written} keys={written} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
