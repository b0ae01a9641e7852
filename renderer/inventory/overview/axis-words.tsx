import { PLOT_HEIGHT } from './chart-size';

/** About how wide a character is at 11 px, and how far apart two words are at least, in pixels. */
const CHARACTER_WIDTH = 5.8;
const LEAST_GAP = 8;

/** The words below the bars, from the first on as many as there is room for. Plain text: the library's own can be tabbed to. */
export function AxisWords({ words, width }: { readonly words: readonly string[]; readonly width: number }) {
  return (
    <g>
      {fitting(words, width / words.length).map(([word, x]) => (
        <text key={x} className="chart-axis" x={x} y={PLOT_HEIGHT - 6} textAnchor="middle">
          {word}
        </text>
      ))}
    </g>
  );
}

/** Each word that has room, with the middle of its bar. */
function fitting(words: readonly string[], pitch: number): readonly (readonly [word: string, x: number])[] {
  let free = Number.NEGATIVE_INFINITY;
  return words.flatMap((word, index) => {
    const [x, half] = [(index + 0.5) * pitch, (word.length * CHARACTER_WIDTH) / 2];
    if (x - half < free) return [];
    free = x + half + LEAST_GAP;
    return [[word, x] as const];
  });
}
