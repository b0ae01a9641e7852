/** The heights within a chart, in pixels, as overview.css has them too. */
export const PLOT_HEIGHT = 120;
/** Of that, the words below the bars. */
export const AXIS_HEIGHT = 20;
/** In the age chart, above the bars: the limits' words. */
export const LIMITS_HEIGHT = 16;
/** In the timeline, above and below its line. */
export const DUE_HEIGHT = 72;
export const EXPIRES_HEIGHT = PLOT_HEIGHT - AXIS_HEIGHT - DUE_HEIGHT;
/** Room for a count at the end of a bar. */
export const COUNT_HEIGHT = 12;
