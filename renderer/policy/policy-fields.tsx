import { LONGEST_POLICY_NAME, LONGEST_RISK_ANALYSIS } from '../../shared/domain/policy-facts';
import { LONGEST_EXCEPTION_DAYS } from '../../shared/domain/policy-exception';
import { OVERLAPS } from '../../shared/domain/rotation-plan';
import { Field } from '../design/field';
import { overlapWord } from './policy-words';
import { FIELD_NAMES, USUAL_WARNINGS, type DayField, type TypedPolicy } from './typed-policy';

interface PolicyFieldsProps {
  readonly typed: TypedPolicy;
  readonly onChange: (part: Partial<TypedPolicy>) => void;
}

const AGES: readonly DayField[] = ['all', 'view-builds', 'status', 'personal'];
const OTHERS: readonly DayField[] = ['unused', 'unknown', 'longest'];

/** All that a policy says, as fields. In an incident ages have no limit, and the moment is asked for instead. */
export function PolicyFields({ typed, onChange }: PolicyFieldsProps) {
  const dayField = (field: DayField) => (
    <Field
      key={field}
      label={`${FIELD_NAMES[field]} (days)`}
      inputMode="numeric"
      maxLength={5}
      placeholder={field === 'longest' ? String(LONGEST_EXCEPTION_DAYS) : 'no limit'}
      value={typed[field]}
      onChange={(event) => {
        onChange({ [field]: event.target.value });
      }}
    />
  );
  return (
    <>
      <Field
        label="Name"
        maxLength={LONGEST_POLICY_NAME}
        value={typed.name}
        onChange={(event) => {
          onChange({ name: event.target.value });
        }}
      />
      {typed.isIncident ? (
        <Field
          label="Everything created before (date and time, UTC)"
          hint="Everything created before this moment is due now, unknown age included, and no exception is in force."
          type="datetime-local"
          value={typed.createdBefore}
          onChange={(event) => {
            onChange({ createdBefore: event.target.value });
          }}
        />
      ) : (
        <>
          <fieldset className="policy-grid">
            <legend>Due by age</legend>
            {AGES.map(dayField)}
          </fieldset>
          <fieldset className="policy-grid policy-grid-wide">
            <legend>Besides</legend>
            {OTHERS.map(dayField)}
          </fieldset>
        </>
      )}
      <div className="policy-grid policy-grid-wide">
        <label className="field">
          <span className="field-label">Old tokens live on for</span>
          <select
            className="input"
            value={typed.overlapHours}
            onChange={(event) => {
              const overlapHours = OVERLAPS.find((hours) => hours === Number(event.target.value));
              if (overlapHours !== undefined) onChange({ overlapHours });
            }}
          >
            {OVERLAPS.map((hours) => (
              <option key={hours} value={hours}>
                {overlapWord(hours)}
              </option>
            ))}
          </select>
        </label>
        <Field
          label="Warnings (days before)"
          placeholder={USUAL_WARNINGS}
          value={typed.warnings}
          onChange={(event) => {
            onChange({ warnings: event.target.value });
          }}
        />
      </div>
      {typed.wantsRiskAnalysis && (
        <Field
          label="Reference to a risk analysis"
          hint="No report says “meets policy” without it. This policy helps towards PCI DSS, and is no proof of it."
          maxLength={LONGEST_RISK_ANALYSIS}
          value={typed.riskAnalysis}
          onChange={(event) => {
            onChange({ riskAnalysis: event.target.value });
          }}
        />
      )}
    </>
  );
}
