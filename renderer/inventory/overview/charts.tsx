import { AgeChart } from './age-chart';
import { Patterns } from './patterns';
import { TimeChart } from './time-chart';

/** The two charts, side by side. Loaded when the page has nothing better to do, as the library that draws them is large. */
export function Charts() {
  return (
    <>
      <Patterns />
      <AgeChart />
      <TimeChart />
    </>
  );
}
