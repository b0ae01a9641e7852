import { useRef, useState } from 'react';

import { LONGEST_VIEW_NAME } from '../../../shared/domain/saved-view';
import { Alert } from '../../design/alert';
import { Button } from '../../design/button';
import { Dialog } from '../../design/dialog';
import { Field } from '../../design/field';
import { useInventory, useStores } from '../../stores';
import { plain, shortened } from '../../words/token-words';
import { BUILT_IN_VIEWS } from './built-in-views';
import { exportViews, importViews } from './view-files';
import { withView } from './view-list';

/** Saves what is looked at under a name; takes own views away; brings views from a file, and into one. */
export function ViewsDialog({ onClose }: { readonly onClose: () => void }) {
  const stores = useStores();
  const { inventory } = stores;
  const views = useInventory((state) => state.views);
  const view = useInventory((state) => state.view);
  const [said, setSaid] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const name = useRef<HTMLInputElement>(null);

  const tell = (words: { readonly said?: string; readonly problem?: string }) => {
    setSaid(words.said);
    setProblem(words.problem);
  };
  const save = () => {
    const typed = name.current?.value.trim() ?? '';
    if (typed === '') {
      tell({ problem: 'A view needs a name.' });
      return;
    }
    if (BUILT_IN_VIEWS.some((one) => one.name === typed)) {
      tell({ problem: 'This is the name of one of Rekey’s own views. Choose another.' });
      return;
    }
    const { query, sort, group } = view;
    inventory.setState({ views: withView(views, { name: typed, query, sort, group }) });
    tell({ said: `“${typed}” is saved.` });
    if (name.current !== null) name.current.value = '';
  };

  return (
    <Dialog
      title="Saved views"
      subtitle="A view is a query, an order and a grouping. It names no token and holds no secret."
      isSmall
      onCancel={onClose}
      foot={
        <>
          <Button onClick={() => void importViews(stores).then(tell)}>Import …</Button>
          <Button disabled={views.length === 0} onClick={() => void exportViews(views).then(tell)}>
            Export …
          </Button>
          <span className="foot-spring" />
          <Button onClick={onClose}>Close</Button>
        </>
      }
    >
      {problem !== undefined && <Alert>{problem}</Alert>}
      {said !== undefined && <p role="status">{said}</p>}
      <form
        className="view-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field
          label="Save what is shown now as"
          inputRef={name}
          maxLength={LONGEST_VIEW_NAME}
          data-focus-first
        />
        <Button type="submit" look="primary">
          Save view
        </Button>
      </form>
      {views.length === 0 ? (
        <p className="quiet">You have no views of your own yet.</p>
      ) : (
        <ul aria-label="Your own views" className="columns-list">
          {views.map((saved) => {
            const shown = shortened(plain(saved.name), 60);
            return (
              <li key={saved.name} className="spread">
                <span className="cut">
                  <bdi>{shown}</bdi> <span className="quiet mono">{shortened(plain(saved.query), 80)}</span>
                </span>
                <Button
                  aria-label={`Delete the view ${shown}`}
                  onClick={() => {
                    inventory.setState({ views: views.filter((one) => one !== saved) });
                    tell({ said: `“${shown}” is deleted.` });
                  }}
                >
                  Delete
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </Dialog>
  );
}
