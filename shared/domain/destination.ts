import type { DeliveryTarget, TargetId } from './delivery-target';
import type { ProjectSlug } from './project-slug';

/** Where a new value is delivered by Rekey itself. A row without any goes to the hand-over tray, to a person. */
export type Destination =
  | {
      readonly kind: 'context-variable';
      readonly contextId: string;
      readonly contextName: string;
      readonly variable: string;
    }
  | { readonly kind: 'project-variable'; readonly project: ProjectSlug; readonly variable: string }
  /** A command or an encrypted file, as set up in Settings under `name`. */
  | { readonly kind: DeliveryTarget['kind']; readonly target: TargetId; readonly name: string }
  /** Rekey itself: the connection works with the new value from then on. */
  | { readonly kind: 'this-connection' };

/** CircleCI's rule for variable names, as POSIX shells have it. */
export const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,299}$/;

/** A context that this connection may write to. */
export interface ContextFacts {
  readonly id: string;
  readonly name: string;
}

/** A variable as the host shows it: the name, and the last characters of its value where the host gives them. */
export interface VariableFacts {
  readonly name: string;
  readonly lastCharacters?: string;
}

/** True when two destinations are one place. */
export function isSamePlace(a: Destination, b: Destination): boolean {
  return placeKey(a) === placeKey(b);
}

/** A text that two destinations share exactly when they are one place. */
export function placeKey(destination: Destination): string {
  switch (destination.kind) {
    case 'context-variable':
      return JSON.stringify([destination.kind, destination.contextId, destination.variable]);
    case 'project-variable':
      return JSON.stringify([destination.kind, destination.project, destination.variable]);
    case 'command':
    case 'age-file':
      return destination.target;
    case 'this-connection':
      return destination.kind;
  }
}
