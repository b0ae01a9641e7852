import { useEffect, useState } from 'react';

import { describeFailure } from '../../shared/domain/api-failure';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { DeliveryTarget } from '../../shared/domain/delivery-target';
import type { ContextFacts, VariableFacts } from '../../shared/domain/destination';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import { bridge } from '../bridge';
import { useApp } from '../stores';

/** True where the host has variables that Rekey can write: they are of API v2, which Server 2.x does not have. */
export const useHasVariables = (connection: ConnectionId): boolean =>
  useApp(({ connections }) => connections.find(({ id }) => id === connection)?.capabilities.v2 ?? false);

const NONE: readonly ContextFacts[] = [];

/** The contexts of a host that knows them, or the sentence that says why they are not known. */
export function useContexts(connection: ConnectionId, hasVariables: boolean) {
  const [contexts, setContexts] = useState(NONE);
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    let isOver = false;
    if (hasVariables) {
      void bridge['delivery:contexts']({ connection }).then((listed) => {
        if (isOver) return;
        if (listed.ok) setContexts(listed.value);
        else if (listed.error.kind !== 'refused')
          setProblem(`Contexts could not be read. ${describeFailure(listed.error)}`);
      });
    }
    return () => {
      isOver = true;
    };
  }, [connection, hasVariables]);
  return { contexts, problem };
}

/** The commands and folders of Settings; `undefined` until main has answered. */
export function useChosenTargets(): readonly DeliveryTarget[] | undefined {
  const [targets, setTargets] = useState<readonly DeliveryTarget[]>();
  useEffect(() => {
    let isOver = false;
    void bridge['delivery:targets'](null).then((listed) => {
      if (!isOver && listed.ok) setTargets(listed.value);
    });
    return () => {
      isOver = true;
    };
  }, []);
  return targets;
}

/** The variables that are already at a place: to overwrite one is the usual case. */
export function useVariableNames(connection: ConnectionId, project: ProjectSlug | undefined, place: string) {
  const [names, setNames] = useState<readonly VariableFacts[]>([]);
  useEffect(() => {
    let isOver = false;
    const ask = () => {
      if (place === 'project') {
        return project === undefined
          ? undefined
          : bridge['delivery:project-variables']({ connection, project });
      }
      return place === '' || place.startsWith('to_')
        ? undefined
        : bridge['delivery:context-variables']({ connection, contextId: place });
    };
    void ask()?.then((listed) => {
      if (!isOver) setNames(listed.ok ? listed.value : []);
    });
    return () => {
      isOver = true;
    };
  }, [connection, project, place]);
  return names;
}
