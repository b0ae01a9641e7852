import type { DemoToken } from '../../../electron/demo/demo-state';
import type { Row } from '../../../electron/rotation/row';
import type { TokenRef } from '../../../shared/domain/token-ref';
import { isOutside, newValueOf } from './holders';
import { named, type TokenPath } from './token-path';
import type { Truth } from './witness';

/** What a create breaks: it must have been written down, as planned, and not have been sent before. */
export function brokenByCreate(
  { rows, sent, wanted }: Truth,
  { project, name }: TokenPath,
  body: string,
): { readonly broken: string | undefined; readonly attempt?: string } {
  const { label, scope } = JSON.parse(body || '{}') as Readonly<Record<string, unknown>>;
  if (name !== '') return { broken: '3: a create names a token' };
  const row = rows().find(
    (one) =>
      one.step === 'creating' &&
      one.newRef === undefined &&
      one.project === project &&
      one.askedLabel === label,
  );
  if (row === undefined) return { broken: `2: “${String(label)}” is created and nobody wrote that down` };
  const attempt = `${row.id} ${String(row.creates)}`;
  if (sent.has(attempt)) return { broken: `2: “${row.label}” is created twice in one attempt` };
  const isAsWanted = project === undefined || scope === wanted.get(row.ref);
  if (!isAsWanted || !row.askedLabel.startsWith(row.label))
    return { broken: `4: “${row.label}” is not created as planned`, attempt };
  return { broken: undefined, attempt };
}

/** What a delete breaks at the moment at which it would take effect. */
export function brokenByDelete(truth: Truth, list: TokenPath): string | undefined {
  if (list.name === '') return '3: a delete names no token';
  const token = named(truth.state, list);
  if (token === undefined) return undefined;
  if (token.value === truth.bench.credential().reveal())
    return `1: Rekey deletes “${token.label}”, which it works with`;
  const ref = truth.refFor(token, list.project);
  if (truth.made.has(ref)) return brokenByDeletingNew(truth, token, ref);
  if (!truth.wanted.has(ref)) return `3: “${token.label}” is deleted and is in no confirmed plan`;
  return brokenByDeletingOld(truth, token, ref);
}

function brokenByDeletingOld(truth: Truth, { label }: DemoToken, ref: TokenRef): string | undefined {
  const row = truth.rows().find((one) => one.ref === ref && one.step === 'deleting');
  if (row === undefined) return `3: “${label}” is deleted and nobody wrote that down`;
  if (!truth.asked.toDelete.has(row.id)) return `3: “${label}” is deleted unattended`;
  if (isOpen(row)) return `1: “${label}” is deleted while its checklist is open`;
  const value = newValueOf(row, truth);
  const isUnseen = row.newRef !== undefined && truth.intruder.unseen().has(row.newRef);
  if (value === undefined)
    return isUnseen ? undefined : `1: “${label}” is deleted without a living successor`;
  const isOnTheirWord = row.attestedBecause !== undefined || row.overrideReason !== undefined;
  const isMisread = row.newRef !== undefined && truth.misread.has(row.newRef);
  if (isMisread && !isOnTheirWord) return `1: “${label}” is deleted and the new value does not work`;
  return isMisread || isOutside(row, value, truth)
    ? undefined
    : `1: “${label}” is deleted and nobody has the new value`;
}

/** A token of Rekey's making is deleted because a person agreed to it by name, as unwanted, or because a person discards it. */
function brokenByDeletingNew(truth: Truth, { label }: DemoToken, ref: TokenRef): string | undefined {
  if (truth.asked.consented.has(ref)) return undefined;
  const noted = truth.rows().find((one) => one.newRef === ref);
  if (noted === undefined) return `3: “${label}” is deleted, may be somebody else’s, and no person agreed`;
  // The answer to the create named it, and it is not what was asked for, or could not be kept.
  if (stepOf(noted) === 'creating') return undefined;
  if (!truth.discarding.has(noted.id)) return `3: the new “${label}” is deleted and nobody discarded it`;
  const isOldGone = !truth.alive().has(noted.ref) && !truth.intruder.gone.has(noted.ref);
  return isOldGone ? `1: the new “${label}” is deleted and the old one is gone` : undefined;
}

/** Worked out without Rekey’s own counting: a place that nobody ticked, and no reason why that should not matter. */
const isOpen = ({ checklist, ticked, overrideReason }: Row) =>
  overrideReason === undefined && !checklist.every(({ id }) => ticked.includes(id));

const stepOf = ({ need, step }: Row) => need?.from ?? step;
