import type { ContentNeeds } from '../model';
import type { FormWriter } from '../writer';

/** A kind of form: what it asks for and how it is drawn. */
export interface FormStyle {
  readonly id: string;
  readonly layout: 'form' | 'department-form';
  readonly needs: Omit<ContentNeeds, 'moneyUnit'>;
  /** It cannot be told what it is without its title. */
  readonly needsTitle?: boolean;
  /** Its money has no label with the unit: the amounts' unit is not said anywhere. */
  readonly saysMoneyUnit: boolean;
  readonly draw: (writer: FormWriter) => void;
}

export const NEEDS: FormStyle['needs'] = {
  ratePoints: 10,
  points: 90,
  funds: ['fiscal', 'carryover', 'other'],
  initialBudget: true,
  measured: false,
  explains: false,
  reasons: true,
};
