import { openEncodedScanner } from './encoded-scanner';
import { openPlainScanner, type Hit, type TextScanner } from './plain-scanner';

/** Finds tokens as they stand in a text, and in what is written in base64 there. */
export function openTextScanner(): TextScanner {
  const [plain, encoded] = [openPlainScanner(), openEncodedScanner()];
  return {
    take: (piece) => [...plain.take(piece), ...encoded.take(piece)],
    end: () => [...plain.end(), ...encoded.end()],
  };
}

/** What a whole text holds, in the order of its lines. */
export function scanText(text: string): readonly Hit[] {
  const scanner = openTextScanner();
  return inOrder([...scanner.take(text), ...scanner.end()]);
}

/** What is encoded is known later than what stands beside it. */
export const inOrder = (hits: readonly Hit[]): readonly Hit[] =>
  hits.toSorted((a, b) => a.line - b.line || a.at - b.at);
