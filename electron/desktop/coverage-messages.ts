import type { NativeQuestion } from '../rotation/native-question';

type Question = Extract<NativeQuestion, { readonly kind: 'decide-coverage' }>;

/** What a decision about coverage means, in words: nothing changes at CircleCI by any of them. */
export function messagesForCoverage({ decision, organisation, about, tokens }: Question) {
  const count = `${String(tokens)} token${tokens === 1 ? '' : 's'}`;
  const leaves = tokens === 0 ? '' : ` ${count} known before leave${tokens === 1 ? 's' : ''} the inventory.`;
  const recorded = ' Nothing changes at CircleCI. Your decision is written to the ledger.';
  switch (decision) {
    case 'retire-source':
      return {
        message: `Retire “${about}” of ${organisation}?`,
        detail: `Rekey no longer counts on it. Tokens known by it stay, marked with when they were last seen. A sync is COMPLETE only while another source covers the same.${recorded}`,
        button: 'Retire this source',
      };
    case 'accept-empty-source':
      return {
        message: `Is “${about}” of ${organisation} empty by right?`,
        detail: `It had rows before and answers with none now. Projects that are known stay and are read as before.${recorded}`,
        button: 'Accept the empty list',
      };
    case 'accept-empty-list':
      return {
        message: `Does ${about} of ${organisation} have no tokens any more?`,
        detail: `The list came back empty, which CircleCI does not explain.${leaves}${recorded}`,
        button: 'Accept the empty list',
      };
    case 'project-gone':
    case 'organisation-gone':
      return {
        message: `Is ${about} of ${organisation} gone?`,
        detail: `CircleCI does not say so: it may only be hidden from this account, with its tokens alive.${leaves}${recorded}`,
        button: 'It is gone',
      };
  }
}
