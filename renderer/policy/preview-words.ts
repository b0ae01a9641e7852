import { DUE_GROUPS, totalChange, type DueGroup, type DuePreview } from '../../shared/domain/due-preview';
import { countWord } from '../words/count-words';

export const GROUP_NAMES: Readonly<Record<DueGroup, string>> = {
  admin: 'Admin',
  'read-only': 'Read Only',
  status: 'Status',
  personal: 'personal',
  other: 'of unknown scope',
};

/** What a policy would do, in words: `37 due now, 112 under this policy: 61 Admin, 51 Status.` */
export function previewSentence(preview: DuePreview): string {
  const { newlyDue, noLongerDue, stillDue } = totalChange(preview);
  const groups = DUE_GROUPS.flatMap((group) => {
    const count = preview[group].newlyDue + preview[group].stillDue;
    return count === 0 ? [] : [`${countWord(count)} ${GROUP_NAMES[group]}`];
  });
  const under = `${countWord(stillDue + noLongerDue)} due now, ${countWord(stillDue + newlyDue)} under this policy`;
  return groups.length === 0 ? `${under}.` : `${under}: ${groups.join(', ')}.`;
}

/** What changes by that: `80 become due, 5 stop being due.` */
export function changeSentence(preview: DuePreview): string {
  const { newlyDue, noLongerDue } = totalChange(preview);
  if (newlyDue === 0 && noLongerDue === 0) return 'No token’s state changes to due, or from it.';
  const [become, stop] = [newlyDue === 1 ? 'becomes' : 'become', noLongerDue === 1 ? 'stops' : 'stop'];
  return `${countWord(newlyDue)} ${become} due, ${countWord(noLongerDue)} ${stop} being due.`;
}
