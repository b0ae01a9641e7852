import {
  parseTargetId,
  type AgeFileTarget,
  type CommandTarget,
  type DeliveryTarget,
  type TargetId,
} from '../../shared/domain/delivery-target';
import { must } from './token-records';

/** Two recipients that age itself takes. */
export const RECIPIENTS = [
  'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
  'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg',
] as const;

export const targetIdOf = (number: number): TargetId =>
  must(parseTargetId(`to_${number.toString(16).padStart(16, '0')}`));

export const commandDraft = {
  kind: 'command',
  name: '1Password',
  executable: '/usr/bin/op',
  args: ['document', 'edit', 'circleci {label}', '-'],
  timeoutSeconds: 30,
} as const satisfies Omit<CommandTarget, 'id'>;

export const folderDraft = {
  kind: 'age-file',
  name: 'Handover',
  folder: '/home/m.roy/handover',
  recipients: RECIPIENTS,
} as const satisfies Omit<AgeFileTarget, 'id'>;

/** So many commands, each under a name of its own. */
export const commands = (count: number): readonly DeliveryTarget[] =>
  Array.from({ length: count }, (_, index) => ({
    ...commandDraft,
    id: targetIdOf(index),
    name: `command ${String(index)}`,
  }));
