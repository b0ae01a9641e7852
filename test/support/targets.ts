import type { AgeFileTarget, CommandTarget, TargetId } from '../../shared/domain/delivery-target';

/** A command as a person might have set it up, with what the test wants otherwise. */
export function commandWith(said: Partial<CommandTarget>): CommandTarget {
  return {
    kind: 'command',
    id: 'to_00000000000000c0' as TargetId,
    name: 'Team vault',
    executable: '/bin/sh',
    args: [],
    timeoutSeconds: 30,
    ...said,
  };
}

/** A folder for encrypted files, with what the test wants otherwise. */
export function ageFolderWith(said: Partial<AgeFileTarget>): AgeFileTarget {
  return {
    kind: 'age-file',
    id: 'to_00000000000000a0' as TargetId,
    name: 'Backup',
    folder: '/nowhere',
    recipients: [],
    ...said,
  };
}
