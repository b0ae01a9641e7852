import { useId, type ReactNode, type RefObject } from 'react';

import { Legend, type LegendItem } from './legend';

interface ChartFigureProps {
  readonly title: string;
  /** What the drawing says besides its bars, for those who do not see it. */
  readonly note?: string;
  /** The bar that is pointed at, in words; nothing where none is. */
  readonly reading: string | undefined;
  readonly legend: readonly LegendItem[];
  readonly plot: RefObject<HTMLDivElement | null>;
  /** What lies below the drawing and can be pressed. */
  readonly buttons: ReactNode;
  /** For eyes only: the buttons say the same in words. */
  readonly drawing: ReactNode;
}

/** A chart with its heading and the meaning of its fills, of a height that never changes. */
export function ChartFigure(props: ChartFigureProps) {
  const { title, note, reading, legend, plot, buttons, drawing } = props;
  const id = useId();
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption className="chart-head">
        <h3 id={id}>{title}</h3>
        {reading !== undefined && (
          <span className="chart-reading cut" aria-hidden>
            {reading}
          </span>
        )}
        <Legend items={legend} isOfOne={reading !== undefined} />
      </figcaption>
      {note !== undefined && <p className="visually-hidden">{note}</p>}
      <div className="chart-plot" ref={plot}>
        {buttons}
        <div className="chart-drawing" aria-hidden>
          {drawing}
        </div>
      </div>
    </figure>
  );
}
