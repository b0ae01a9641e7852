import { EvidenceSection } from './evidence/evidence-section';
import { useShownTokens } from './inventory/use-shown-tokens';

/** Evidence, whose reports can be of what the inventory shows. */
export function EvidenceOfShown() {
  return <EvidenceSection {...useShownTokens()} />;
}
