/** What the bars of a chart stand on. */
export const BaseLine = ({ width, y }: { readonly width: number; readonly y: number }) => (
  <line className="chart-line" x2={width} y1={y} y2={y} />
);
