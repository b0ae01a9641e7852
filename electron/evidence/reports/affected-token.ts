import type { RunRow } from '../../../shared/domain/rotation-run';
import type { TokenRecord } from '../../../shared/domain/token';

/** A token that an incident made due: as the inventory has it, or as the run had it that replaced it. */
export interface Affected {
  readonly subject: Pick<
    TokenRecord,
    'ref' | 'kind' | 'scope' | 'rawScope' | 'label' | 'project' | 'projectName' | 'createdAt' | 'lastFour'
  >;
  readonly organisation: string;
  /** Its rotation, where one has begun. */
  readonly row?: RunRow;
}
