import { AgeChart } from './age-chart';
import { Patterns } from './patterns';
import { TimeChart } from './time-chart';
import { useIdle } from '../../design/use-idle';

/**
 * The two charts, side by side. Loaded when the page has nothing better to do, as the library that draws them is large; and
 * drawn one after the other, as each takes it a good part of the fifty milliseconds that nothing may hold the page for.
 */
export function Charts() {
  const isIdleAgain = useIdle();
  return (
    <>
      <Patterns />
      <AgeChart />
      {isIdleAgain && <TimeChart />}
    </>
  );
}
