import { fillOf, type Fill } from './patterns';

interface FilledRectProps {
  readonly fill: Fill;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isChosen?: boolean;
  readonly onPress?: () => void;
  readonly onPoint?: () => void;
}

/** A rectangle with a fill of its own, inside its outline. */
export function FilledRect(props: FilledRectProps) {
  const { fill, x, y, width, height, isChosen = false, onPress, onPoint } = props;
  const edge = isChosen ? 1 : 0.5;
  const classes = ['filled', `filled-${fill}`, isChosen && 'is-chosen', onPress && 'can-press'];
  return (
    <rect
      className={classes.filter(Boolean).join(' ')}
      fill={fillOf(fill)}
      x={x + edge}
      y={y + edge}
      width={Math.max(width - 2 * edge, 0.5)}
      height={Math.max(height - 2 * edge, 0.5)}
      onClick={onPress}
      onMouseEnter={onPoint}
    />
  );
}
