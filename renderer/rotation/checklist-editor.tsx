import { useState } from 'react';

import { parseManualConsumerId, type ManualConsumer } from '../../shared/domain/consumer';
import { Button } from '../design/button';
import { plain } from '../words/token-words';

interface ChecklistEditorProps {
  readonly checklist: readonly ManualConsumer[];
  /** Only a Status token is shown by badges. */
  readonly mayBeBadge: boolean;
  readonly onChange: (checklist: readonly ManualConsumer[]) => void;
}

/** Places where a person puts the new value: each has to be ticked off before the old token can be deleted. */
export function ChecklistEditor({ checklist, mayBeBadge, onChange }: ChecklistEditorProps) {
  const [where, setWhere] = useState('');
  const [kind, setKind] = useState<ManualConsumer['kind']>('manual');
  const add = () => {
    const id = freshId();
    if (id === undefined || where.trim() === '') return;
    onChange([...checklist, { id, kind, where: where.trim() }]);
    setWhere('');
  };
  return (
    <div className="destinations">
      {checklist.map((item) => (
        <div key={item.id} className="spread">
          <span className="cut">
            {item.kind === 'badge' ? 'Badge in ' : ''}
            <bdi>{plain(item.where)}</bdi>
          </span>
          <Button
            look="plain"
            aria-label={`Remove from the checklist: ${plain(item.where)}`}
            onClick={() => {
              onChange(checklist.filter((one) => one !== item));
            }}
          >
            Remove
          </Button>
        </div>
      ))}
      <form
        className="destination-form"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <select
          className="input"
          aria-label="Kind of place"
          value={kind}
          onChange={(event) => {
            setKind(event.target.value === 'badge' ? 'badge' : 'manual');
          }}
        >
          <option value="manual">A place I change by hand</option>
          {mayBeBadge && <option value="badge">A status badge</option>}
        </select>
        <input
          className="input"
          aria-label="Where else it is used"
          placeholder={kind === 'badge' ? 'README.md of gh/acme/web' : 'Terraform Cloud, workspace prod'}
          value={where}
          maxLength={300}
          onChange={(event) => {
            setWhere(event.target.value);
          }}
        />
        <Button type="submit" disabled={where.trim() === ''}>
          Add to checklist
        </Button>
      </form>
    </div>
  );
}

function freshId() {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return parseManualConsumerId(
    `use_${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`,
  );
}
