/** Two bars: the shape of an exception. Drawn, as the character (⏸) is missing from many fonts. */
export function PauseShape() {
  return (
    <svg className="pause-shape" width={12} height={12} viewBox="0 0 12 12" aria-hidden>
      <path d="M3 2h2v8H3zM7 2h2v8H7z" fill="currentColor" />
    </svg>
  );
}
