import { useState, type KeyboardEvent } from 'react';

export interface BarButton {
  readonly key: string;
  /** What the bar says, in words. */
  readonly words: string;
  readonly isOn: boolean;
  /** True where a part of the bar is chosen rather than all of it. */
  readonly isPartlyOn?: boolean;
  readonly hasTokens: boolean;
  readonly onPress: () => void;
}

interface BarButtonsProps {
  readonly name: string;
  readonly className: string;
  readonly bars: readonly BarButton[];
  readonly pointed: number | undefined;
  readonly onPoint: (bar: number | undefined) => void;
}

/** The bars as buttons over their whole height, one tab stop for all of them: arrows, Home and End walk among them. */
export function BarButtons({ name, className, bars, pointed, onPoint }: BarButtonsProps) {
  const [stop, setStop] = useState(0);
  const away = () => {
    onPoint(undefined);
  };
  return (
    <div
      role="toolbar"
      aria-label={name}
      className={`bar-buttons ${className}`}
      onKeyDown={walk}
      onMouseLeave={away}
    >
      {bars.map(({ key, words, isOn, isPartlyOn = false, hasTokens, onPress }, index) => (
        <button
          key={key}
          type="button"
          className={classOf(isPartlyOn, index === pointed)}
          aria-label={words}
          aria-pressed={isOn}
          aria-disabled={!hasTokens && !isOn}
          tabIndex={index === Math.min(stop, bars.length - 1) ? 0 : -1}
          onClick={() => {
            if (hasTokens || isOn) onPress();
          }}
          onMouseEnter={() => {
            onPoint(index);
          }}
          onFocus={() => {
            setStop(index);
            onPoint(index);
          }}
          onBlur={away}
        />
      ))}
    </div>
  );
}

const classOf = (isPartlyOn: boolean, isPointed: boolean) =>
  ['bar-button', isPartlyOn && 'is-partly-on', isPointed && 'is-pointed'].filter(Boolean).join(' ');

function walk(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.children];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const next = buttons[Math.max(0, Math.min(to, buttons.length - 1))];
  if (next instanceof HTMLElement) next.focus();
}
