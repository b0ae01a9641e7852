import type { PlanRow, RotationPlan } from '../../shared/domain/rotation-plan';
import { useStores } from '../stores';
import { ChecklistEditor } from './checklist-editor';
import { DestinationEditor } from './destination-editor';
import { LikelyList } from './likely-list';
import { choose } from './planning';
import { ScopeChoice } from './scope-choice';

/** What a person decides for one row: where the value goes, what they change by hand, and what the new token can do. */
export function RowEditor({ plan, row }: { readonly plan: RotationPlan; readonly row: PlanRow }) {
  const stores = useStores();
  const { ref, destinations, checklist, project } = row;
  const change = (choice: Pick<Partial<PlanRow>, 'destinations' | 'checklist'>) =>
    void choose(stores, plan.id, {
      row: {
        ref,
        ...(choice.destinations && { destinations: [...choice.destinations] }),
        ...(choice.checklist && { checklist: [...choice.checklist] }),
      },
    });
  return (
    <div className="row-editor">
      <DestinationEditor
        connection={plan.connection}
        {...(project !== undefined && { project })}
        destinations={destinations}
        onChange={(next) => {
          change({ destinations: next });
        }}
      />
      <LikelyList
        connection={plan.connection}
        row={row}
        onAdd={(destination) => {
          change({ destinations: [...destinations, destination] });
        }}
      />
      <h3>Also used elsewhere</h3>
      <ChecklistEditor
        checklist={checklist}
        mayBeBadge={row.scope === 'status'}
        onChange={(next) => {
          change({ checklist: next });
        }}
      />
      <ScopeChoice plan={plan} row={row} />
    </div>
  );
}
