import { useRef } from 'react';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly name: string;
  /** A number that stands beside the name, where there is something to count. */
  readonly count?: string;
}

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly current: Id;
  readonly onChoose: (id: Id) => void;
}

export const tabId = (id: string): string => `tab-${id}`;
export const tabPanelId = (id: string): string => `tab-panel-${id}`;

/** Views of one thing, of which one is shown: one tab stop, arrows lead to the others. */
export function Tabs<Id extends string>({ label, tabs, current, onChoose }: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null);
  const lead = (by: number) => {
    const at = tabs.findIndex(({ id }) => id === current);
    const next = tabs[(at + by + tabs.length) % tabs.length];
    if (next === undefined) return;
    onChoose(next.id);
    list.current?.querySelector<HTMLElement>(`#${tabId(next.id)}`)?.focus();
  };
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={label}
      className="tabs"
      onKeyDown={(event) => {
        const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        if (by === 0) return;
        event.preventDefault();
        lead(by);
      }}
    >
      {tabs.map(({ id, name, count }) => (
        <button
          key={id}
          id={tabId(id)}
          type="button"
          role="tab"
          className="tab"
          aria-selected={id === current}
          aria-controls={id === current ? tabPanelId(id) : undefined}
          tabIndex={id === current ? 0 : -1}
          onClick={() => {
            onChoose(id);
          }}
        >
          {name} {count !== undefined && <span className="tab-count">{count}</span>}
        </button>
      ))}
    </div>
  );
}
