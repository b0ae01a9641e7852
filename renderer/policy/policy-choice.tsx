import type { AgePolicy } from '../../shared/domain/age-policy';
import { canonicalPolicy } from '../../shared/domain/canonical-policy';
import { incidentPolicy, PRESETS } from '../../shared/domain/policy-presets';
import { typedFrom, typedIncident, type TypedPolicy } from './typed-policy';

const INCIDENT = incidentPolicy(0).name;
/** No policy can have it for a name. */
const CHANGED = '';

interface PolicyChoiceProps {
  readonly own: readonly AgePolicy[];
  readonly typed: TypedPolicy;
  /** What is typed, where it can be read. */
  readonly policy: AgePolicy | undefined;
  readonly onChoose: (typed: TypedPolicy) => void;
}

/** Fills the fields with a preset, or with a policy that was kept. */
export function PolicyChoice({ own, typed, policy, onChoose }: PolicyChoiceProps) {
  const all = [...PRESETS, ...own];
  const isIncident = typed.isIncident && typed.name === INCIDENT;
  const same = policy && all.find((one) => textOf(one) === textOf(policy));
  return (
    <label className="field">
      <span className="field-label">Preset</span>
      <select
        className="input"
        data-focus-first
        value={isIncident ? INCIDENT : (same?.name ?? CHANGED)}
        onChange={(event) => {
          const chosen = all.find(({ name }) => name === event.target.value);
          if (chosen !== undefined) onChoose(typedFrom(chosen));
          else if (event.target.value === INCIDENT) onChoose(typedIncident());
        }}
      >
        {same === undefined && !isIncident && <option value={CHANGED}>As typed below</option>}
        <optgroup label="Presets">
          {[...PRESETS.map(({ name }) => name), INCIDENT].map((name) => (
            <option key={name}>{name}</option>
          ))}
        </optgroup>
        {own.length > 0 && (
          <optgroup label="Own policies">
            {own.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </optgroup>
        )}
      </select>
    </label>
  );
}

/** A named risk analysis makes no other policy. */
const textOf = ({ riskAnalysis: _named, ...policy }: AgePolicy) => canonicalPolicy(policy);
