import type { ProjectSlug } from './project-slug';

/** Where a new value is delivered by Rekey itself. A row without any goes to the hand-over tray, to a person. */
export type Destination =
  | {
      readonly kind: 'context-variable';
      readonly contextId: string;
      readonly contextName: string;
      readonly variable: string;
    }
  | { readonly kind: 'project-variable'; readonly project: ProjectSlug; readonly variable: string };

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
