import type { OwnerSource } from '../../shared/domain/people';
import type { TokenRef } from '../../shared/domain/token-ref';
import { openAccountDesk, type AccountDesk } from './account-desk';
import { openImportDesk, type ImportDesk } from './import-desk';
import { openKeyDesk } from './key-desk';
import { openPeopleDesk, type PeopleDesk } from './people-desk';
import type { PeoplePorts } from './people-ports';
import { openUnderWay } from './under-way';

/** Everything that can be asked of people. */
export interface People extends PeopleDesk, ImportDesk, AccountDesk, ReturnType<typeof openKeyDesk> {
  readonly sourceOf: (ref: TokenRef) => OwnerSource | undefined;
  /** Ends the import or reading under way. */
  readonly stop: () => void;
}

export function openPeople(ports: PeoplePorts): People {
  const underWay = openUnderWay(ports.progress);
  return {
    ...openPeopleDesk(ports),
    ...openImportDesk(ports, underWay),
    ...openKeyDesk(ports, underWay),
    ...openAccountDesk(ports, underWay),
    sourceOf: ports.book.sourceOf,
    stop: underWay.stop,
  };
}
