import { needsAttestation, type RunRow } from './rotation-run';
import { notProvableSentence } from './value-check';

const WEAKER =
  'Weaker proof: the place showed the same last four characters before, and no date of change, so reading it back cannot tell the values apart.';

/** What is known of the new value, where it is less than a proof; and what a person said instead. One sentence a fact. */
export function proofFacts(row: RunRow): readonly string[] {
  const facts: string[] = [];
  if (row.notProvable !== undefined)
    facts.push(`CircleCI lists the new token. ${notProvableSentence(row.notProvable)}`);
  if (row.weakerProof === true) facts.push(WEAKER);
  if (row.attestedBecause !== undefined)
    facts.push(`A person attested that the new value works: ${row.attestedBecause}`);
  if (needsAttestation(row) && row.step === 'retiring')
    facts.push('The old token is kept until a person attests that the new value works where it is used.');
  return facts;
}
